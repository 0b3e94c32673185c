import type { Capitals } from "./capitals.ts";
import type { Lexicon } from "./lexicon.ts";
import { keysOf, makeMention, oneSpaced, PHRASE_END, wordsOf } from "./mention-shape.ts";
import { type NameSpan, readName } from "./names.ts";
import type { Mention } from "./story.ts";
import type { Token } from "./token.ts";

/** Nouns that nobody listed, but that mean a person: “the drover”, “the 61-year-old”. */
const PERSONAL = /(?:er|or|ist|ian|man|woman|ant|ent|ee|old|one|in|e)$/;

/** A role phrase as read so far, by its tokens. */
interface Phrase {
  readonly first: number;
  readonly last: number;
  /** Its head noun; -1 where no listed noun stands. */
  readonly head: number;
  /** “the”, “some” */
  readonly determined: boolean;
  /** “Fenn’s” stands before it. */
  readonly owned: boolean;
}

/** Reads who is meant by role at a token: “a hospital spokeswoman”, “the minister”, “some residents”; else null. */
export function readRole(
  text: string,
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  capitals: Capitals,
): Mention | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const determined = token.word.determiner;
  const before = tokens[at - 1];
  const owned = before?.possessive === true && before.sentence === token.sentence;
  if (!determined && !owned && !opensPhrase(before)) return null;
  const phrase = readPhrase(tokens, at, determined, owned, capitals);
  if (phrase === null) return null;
  return phrase.head < 0
    ? unlistedRole(text, tokens, phrase)
    : listedRole(text, tokens, phrase, lexicon, capitals);
}

function readPhrase(
  tokens: readonly Token[],
  first: number,
  determined: boolean,
  owned: boolean,
  capitals: Capitals,
): Phrase | null {
  const from = determined ? first + 1 : first;
  let head = -1;
  let last = first;
  for (let at = from; at < first + (determined ? 9 : 5); at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[first]?.sentence) break;
    if (token.kind !== "word" && token.kind !== "number") break;
    const { word, lower } = token;
    if (word.pronoun !== null || word.auxiliary || PHRASE_END.has(lower)) break;
    if (at > first && word.cue?.form === "finite" && (head >= 0 || !lower.endsWith("ed"))) break;
    if (at > from && word.determiner) break;
    if (token.capital && at > first) {
      const name = readName(tokens, at, capitals);
      // “the groundsman Graham Pettifer”: the name takes over; “a Tidewell engineer” goes on.
      if (name !== null && head >= 0 && head < at)
        return head === at - 1 ? null : { first, last, head, determined, owned };
      if (name !== null && isNameAlone(tokens, name)) return null;
    }
    // “sacked four times” is no newspaper
    if (word.roleNoun || word.groupNoun || (word.organizationNoun && lower !== "times")) head = at;
    if (token.possessive) head = -1;
    last = at;
  }
  return { first, last, head, determined, owned };
}

/** “the Verma of old”: no noun follows that the name could belong to. */
function isNameAlone(tokens: readonly Token[], name: NameSpan): boolean {
  const end = tokens[name.last];
  const after = tokens[name.last + 1];
  if (end === undefined || end.possessive || end.word.organizationNoun || end.word.roleNoun) return false;
  return after?.kind !== "word" || PHRASE_END.has(after.lower);
}

/** “the benches opposite said”: any phrase may speak where a reporting verb follows it at once. */
function unlistedRole(text: string, tokens: readonly Token[], phrase: Phrase): Mention | null {
  const { first, last, determined } = phrase;
  const end = tokens[last];
  const cue = tokens[last + 1]?.word.cue;
  if (!determined || last === first || cue?.form !== "finite" || cue.strength !== "speech") return null;
  if (end?.kind !== "word" || end.possessive) return null;
  const plural = /[^s]s$/.test(end.lower);
  return makeMention(tokens, first, last, {
    kind: PERSONAL.test(end.lower) ? "role" : plural ? "group" : "organization",
    text: text.slice(tokens[first]?.start, end.end),
    words: [end.lower],
    plural,
  });
}

function listedRole(
  text: string,
  tokens: readonly Token[],
  { first, head, determined, owned }: Phrase,
  lexicon: Lexicon,
  capitals: Capitals,
): Mention {
  const noun = tokens[head] as Token;
  const group = noun.word.groupNoun;
  const organization = !group && !noun.word.roleNoun;
  const last = afterLink(tokens, head, lexicon, capitals);
  const end = tokens[last] as Token;
  const named = organization && noun.capital;
  const start = determined ? first + 1 : first;
  return makeMention(tokens, first, last, {
    kind: group ? "group" : organization ? "organization" : "role",
    text: oneSpaced(text.slice(tokens[owned ? first - 1 : first]?.start, end.start + end.text.length)),
    words: named ? wordsOf(tokens, start, last) : [noun.lower],
    keys: named ? keysOf(tokens, start, last) : [noun.form.key],
    gender: noun.word.roleGender,
    plural: group,
    possessive: end.possessive,
  });
}

const LINKS = new Set(["for", "of", "from", "at", "with", "in"]);

/** Where “a spokesman for Black Rock Paddle” and “a delegate from Leeds” end: with what the noun is linked to. */
function afterLink(tokens: readonly Token[], head: number, lexicon: Lexicon, capitals: Capitals): number {
  const noun = tokens[head];
  const link = tokens[head + 1];
  if (noun === undefined || noun.possessive || link === undefined || link.sentence !== noun.sentence)
    return head;
  if (!LINKS.has(link.lower)) return head;
  const next = tokens[head + 2]?.word.determiner ? head + 3 : head + 2;
  const plain = tokens[next];
  const name = plain?.capital ? readName(tokens, next, capitals) : null;
  if (name !== null && !tokens[name.last]?.possessive) return name.last;
  if (plain?.kind !== "word" || plain.capital || plain.possessive || plain.word.pronoun !== null) return head;
  if (lexicon.tag !== "en") return head;
  const tail = tokens[next + 1];
  const ends = tail?.kind !== "word" || tail.word.cue !== null || PHRASE_END.has(tail.lower);
  return ends ? next : head;
}

const OPENERS = new Set(["said", "says", "that", "and", "but", "as", "told", "to", "by"]);

/** A phrase without a determiner begins a clause (“Sources said”) or follows its verb (“said residents”). */
function opensPhrase(before: Token | undefined): boolean {
  if (before === undefined) return true;
  return (before.kind !== "word" && before.kind !== "number") || OPENERS.has(before.lower);
}
