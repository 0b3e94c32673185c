import type { Mention } from "#attribution/mentions/mention.ts";
import { type Values, values } from "#attribution/ranking/features.ts";
import { itemAt, type Token } from "#attribution/tokens/token.ts";

/** What stands right after a mention. */
export const NEXT = values("other", "comma", "end", "verb", "possessive");
/** The prepositions whose objects differ in how likely the next pronoun means them. */
export const PREPOSITION: Values = values(
  "other",
  ..."of to with about for by from against on in at than like".split(" "),
);

export function prepositionBefore(tokens: readonly Token[], { first }: Mention): number {
  const word = itemAt(tokens, first - 1)?.lower ?? "";
  return Object.hasOwn(PREPOSITION, word) ? (PREPOSITION[word] ?? 0) : 0;
}

export function following(tokens: readonly Token[], { last, possessive }: Mention): number {
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
export function isModifier(
  tokens: readonly Token[],
  { kind, possessive, first, last, sentence }: Mention,
): boolean {
  const after = tokens[last + 1];
  if (kind === "pronoun" || possessive || after?.kind !== "word" || after.sentence !== sentence) return false;
  if (FOLLOWERS.test(after.lower)) return true;
  const determined = itemAt(tokens, first - 1)?.word.determiner === true;
  const { phraseEnd, auxiliary, cue, pronoun, preposition, clauseStart } = after.word;
  if (phraseEnd || auxiliary || cue !== null || pronoun !== null || preposition || clauseStart) return false;
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

const SUBORDINATOR =
  /^(?:as|when|while|after|before|if|although|though|since|because|once|until|despite|unlike|like)$/;

/** “After Garrity sold the loft, Malone built a new one”: its clause depends on another. */
export function isSubordinate(tokens: readonly Token[], { first, sentence }: Mention): boolean {
  if (itemAt(tokens, first - 1)?.sentence === sentence && SUBORDINATOR.test(tokens[first - 1]?.lower ?? ""))
    return true;
  for (let at = first - 1; at > first - 14; at--) {
    const token = itemAt(tokens, at);
    if (token === undefined || token.kind === "break" || token.sentence !== sentence)
      return SUBORDINATOR.test(tokens[at + 1]?.lower ?? "");
    if (token.text === ",") return false;
  }
  return false;
}
