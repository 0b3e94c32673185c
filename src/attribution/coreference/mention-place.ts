import type { Mention } from "#attribution/mentions/mention.ts";
import { type Values, values } from "#attribution/ranking/features.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt, type Token } from "#attribution/tokens/token.ts";

/** What stands right after a mention. */
export const NEXT = values("other", "comma", "end", "verb", "possessive");
/** The prepositions whose objects differ in how likely the next pronoun means them. */
export const PREPOSITION: Values = values(
  "other",
  ..."of to with about for by from against on in at than like".split(" "),
);

/** How prominently a sentence mentions somebody, the most prominent first. */
export const PROMINENCE = values(
  "reporter",
  "first subject",
  "subject",
  "object",
  "subordinate",
  "possessor",
  "oblique",
);

/** Where a mention stands in its sentence. */
export interface Place {
  /** A value of PROMINENCE. */
  readonly prominence: number;
  /** “The Dunning cinemas”: it only says which. */
  readonly modifier: boolean;
  /** In a clause that depends on another. */
  readonly subordinate: boolean;
  /** A value of NEXT. */
  readonly next: number;
  /** A value of PREPOSITION. */
  readonly preposition: number;
}

const KNOWN = new WeakMap<readonly Mention[], readonly Place[]>();

/** The place of each of a story's mentions: worked out once, for they are asked for again and again. */
export function placesOf(story: Story): readonly Place[] {
  const known = KNOWN.get(story.mentions);
  if (known !== undefined) return known;
  const places = story.mentions.map((mention) => placeOf(story, mention));
  KNOWN.set(story.mentions, places);
  return places;
}

function placeOf(story: Story, mention: Mention): Place {
  const { tokens } = story;
  const [modifier, subordinate] = [isModifier(tokens, mention), isSubordinate(tokens, mention)];
  return {
    prominence: prominenceOf(story, mention, { modifier, subordinate }),
    modifier,
    subordinate,
    next: following(tokens, mention),
    preposition: prepositionBefore(tokens, mention),
  };
}

function prepositionBefore(tokens: readonly Token[], { first }: Mention): number {
  const word = itemAt(tokens, first - 1)?.lower ?? "";
  return Object.hasOwn(PREPOSITION, word) ? (PREPOSITION[word] ?? 0) : 0;
}

function following(tokens: readonly Token[], { last, possessive }: Mention): number {
  if (possessive) return NEXT.possessive;
  const after = tokens[last + 1];
  if (after === undefined || after.kind === "break" || after.text === ".") return NEXT.end;
  if (after.text === ",") return NEXT.comma;
  if (after.kind !== "word") return NEXT.other;
  return after.word.auxiliary || after.word.cue !== null || /(?:ed|s)$/.test(after.lower)
    ? NEXT.verb
    : NEXT.other;
}

/** Who follows somebody's name as theirs: “Dunning supporters”, “the Varga campaign”. */
const FOLLOWERS =
  /^(?:supporters?|backers?|campaign|administration|aides?|allies|fans?|voters?|rally|rallies|team|foundation|surrogates?|delegates?|camp|officials?|spokes\p{L}+|advis[eo]rs?)$/u;

/** “The Dunning cinemas”, “Sandoz fans”: the name only says which. */
function isModifier(tokens: readonly Token[], { kind, possessive, first, last, sentence }: Mention): boolean {
  const after = tokens[last + 1];
  if (kind === "pronoun" || possessive || after?.kind !== "word" || after.sentence !== sentence) return false;
  const { phraseEnd, auxiliary, cue, pronoun, preposition, clauseStart } = after.word;
  if (phraseEnd || auxiliary || pronoun !== null || preposition || clauseStart) return false;
  if (FOLLOWERS.test(after.lower)) return true;
  if (cue !== null) return false;
  const determined = itemAt(tokens, first - 1)?.word.determiner === true;
  if (after.capital || /(?:ly|ed)$/.test(after.lower)) return false;
  return determined || !after.lower.endsWith("s") || arePeople(tokens, last + 1);
}

/** “Doyle admirers still meet”; but “Doyle offers a prize”: more than one, who do something. */
function arePeople(tokens: readonly Token[], at: number): boolean {
  if (!/(?:ers|ors|ists|ians)$/.test(tokens[at]?.lower ?? "")) return false;
  const next = tokens[at + 1];
  if (next?.kind !== "word" || next.capital) return false;
  return !next.word.determiner && next.word.pronoun === null && next.lower !== "to";
}

const SUBORDINATORS = new Set(
  "as when while after before if although though since because once until despite unlike like".split(" "),
);

/** “After Garrity sold the loft, Malone built a new one”: its clause depends on another. */
function isSubordinate(tokens: readonly Token[], { first, sentence }: Mention): boolean {
  if (itemAt(tokens, first - 1)?.sentence === sentence && SUBORDINATORS.has(tokens[first - 1]?.lower ?? ""))
    return true;
  for (let at = first - 1; at > first - 14; at--) {
    const token = itemAt(tokens, at);
    if (token === undefined || token.kind === "break" || token.sentence !== sentence)
      return SUBORDINATORS.has(tokens[at + 1]?.lower ?? "");
    if (token.text === ",") return false;
  }
  return false;
}

/** “are managed by Col Easter”: who does it. */
function isAgent(tokens: Story["tokens"], { first }: Mention): boolean {
  if (itemAt(tokens, first - 1)?.lower !== "by") return false;
  const [verb, be] = [itemAt(tokens, first - 2), itemAt(tokens, first - 3)];
  return /(?:ed|en|wn)$/.test(verb?.lower ?? "") || be?.word.passive === true;
}

/**
 * Where a mention stands in its sentence, a value of PROMINENCE: what a sentence is about is likelier meant by the next
 * pronoun than what it only touches on (centering: Grosz, Joshi and Weinstein, Computational Linguistics 1995).
 *
 * Cole never spoke of Bram, and left. “It was late,” he said.     Cole: first subject; Bram: oblique
 * When Cole asked for it, Bram gave him the key.                  Cole: subordinate; Bram: first subject
 */
function prominenceOf(
  { tokens, mentions, cueOf }: Story,
  mention: Mention,
  { modifier, subordinate }: Pick<Place, "modifier" | "subordinate">,
): number {
  if (mention.possessive || modifier) return PROMINENCE.possessor;
  if (subordinate) return PROMINENCE.subordinate;
  if (cueOf(mention) !== null) return PROMINENCE.reporter;
  if (mention.oblique) return isAgent(tokens, mention) ? PROMINENCE.subject : PROMINENCE.oblique;
  if (!mention.subject) return PROMINENCE.object;
  for (let at = mention.index - 1; ; at--) {
    const earlier = itemAt(mentions, at);
    if (earlier?.sentence !== mention.sentence) return PROMINENCE["first subject"];
    if (!earlier.possessive && !earlier.oblique && !isSubordinate(tokens, earlier)) return PROMINENCE.subject;
  }
}
