import { itemAt, type Token } from "#attribution/tokens/token.ts";
import { UNKNOWN } from "#attribution/words/word.ts";
import type { MentionSearch } from "./mention.ts";
import { type NameSpan, readName } from "./read-name.ts";

/** A noun phrase by its tokens, as far as words alone show where it ends: “the former council leader”. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  /** Its last noun that the lexicon knows for a role, a group or an organization; null where it has none. */
  readonly listed: number | null;
  /** “the”, “some” */
  readonly determined: boolean;
  /** Where it begins as written: with “Fenn’s” or “about 40” before it. */
  readonly opening: number;
  /** “the bearded, soft-spoken” */
  readonly comma: boolean;
}

/** “sacked four times” is no newspaper, and “the house” seldom a parliament. */
const PLAIN = /^(?:times|house)$/;
const ROUGHLY = /^(?:about|around|nearly|almost)$/;

/** Reads the noun phrase that begins at a token; null where none does, or where a name takes it over. */
export function readNounPhrase(search: MentionSearch, at: number): NounPhrase | null {
  const { tokens, found } = search;
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const determined = token.word.determiner;
  const before = itemAt(tokens, at - 1);
  const owned =
    before?.sentence === token.sentence && (before.possessive === true || before.kind === "number");
  if (!determined && !owned && !opensPhrase(before) && !followsAdjunct(tokens, at)) return null;
  if (isTime(tokens, at)) return null;
  const roughly = before?.kind === "number" && ROUGHLY.test(tokens[at - 2]?.lower ?? "");
  // “At dusk tourists | crowd the railing”: nothing shows where the phrase would go on.
  if (!determined && !owned && !opensPhrase(before))
    return { first: at, last: at, listed: at, determined, opening: at, comma: false };
  if (!owned) return readWords(search, at, determined, at);
  // “Walter Pym’s son”, not “Pym’s son”
  const owner = found.at(-1);
  const opening = owner?.last === at - 1 ? owner.first : at - 1;
  return readWords(search, at, determined, roughly ? at - 2 : opening);
}

const EVERY = /^(?:every|each|this|last|next|that|one|any)$/;
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)?day|morning|afternoon|evening|night|week|weekend|month|year|decade|spring|summer|autumn|fall|winter|time|moment|minute|hour|season)$/;

/** “every spring”, “last week”: when something happens, not who does it. */
function isTime(tokens: readonly Token[], at: number): boolean {
  return EVERY.test(tokens[at]?.lower ?? "") && TIME.test(tokens[at + 1]?.lower ?? "");
}

/** A phrase without a determiner begins a clause (“Sources said”) or follows its verb (“said residents”). */
function opensPhrase(before: Token | undefined): boolean {
  if (before === undefined) return true;
  return (before.kind !== "word" && before.kind !== "number") || before.word.phraseStart;
}

/** “At dusk tourists crowd the railing”, “Every spring children come”: a group behind the few words that open its sentence. */
function followsAdjunct(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word.groupNoun !== true) return false;
  for (let back = at - 1; back > at - 5; back--) {
    const token = itemAt(tokens, back);
    if (token?.kind !== "word" || token.word.cue !== null || token.word.auxiliary) return false;
    if (token.initial) return token.word.preposition || isTime(tokens, back);
  }
  return false;
}

function readWords(
  { tokens, capitals }: MentionSearch,
  first: number,
  determined: boolean,
  opening: number,
): NounPhrase | null {
  const from = determined ? first + 1 : first;
  let listed: number | null = null;
  let last = from - 1;
  let comma = false;
  for (let at = from; at < first + (determined ? 9 : 6); at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[first]?.sentence) break;
    // “the bearded, soft-spoken carpenter”
    if (token.text === "," && at === first + 2 && mayBeAdjective(tokens, first)) {
      comma = true;
      continue;
    }
    if (token.kind !== "word" && token.kind !== "number") break;
    const { word, lower } = token;
    // “the will” is no verb.
    if (word.pronoun !== null || (word.auxiliary && !(determined && at === from))) break;
    if (word.phraseEnd || word.preposition) break;
    if (at > first && word.cue?.form === "finite" && (listed !== null || !mayQualify(tokens, at))) break;
    // “Yıldız, sagte”; but “the answer”
    if ((at > from || !determined) && word.cue?.form === "finite" && word.cue.strength === "speech") break;
    // “The will ended, “My nephew …””: a verb, for the words follow it.
    if (at > from && word.cue?.form === "finite" && followedByWords(tokens, at)) break;
    if (at > from && word.determiner) break;
    if (token.capital && at > first) {
      const name = readName(tokens, at, capitals);
      // “the groundsman Graham Pettifer”: the name takes over; “a Tidewell engineer” and “the Bakers’ Guild” go on.
      const group = tokens[at - 1]?.capital && tokens[at - 1]?.word.groupNoun;
      if (name !== null && listed === at - 1 && !group) return null;
      if (name !== null && isNameAlone(tokens, name))
        return listed === null ? null : { first, last, listed, determined, opening, comma };
    }
    const { roleNoun, groupNoun, organizationNoun } = word;
    if (roleNoun || groupNoun || (organizationNoun && (token.capital || !PLAIN.test(lower)))) listed = at;
    if (token.possessive) listed = null;
    last = at;
  }
  if (last < from && !tokens[first]?.word.quantity) return null;
  return { first, last: Math.max(last, first), listed, determined, opening, comma };
}

/** “the bearded, …”; but “some, …” and “a month, …” */
function mayBeAdjective(tokens: readonly Token[], first: number): boolean {
  const [determiner, word] = [tokens[first]?.word, tokens[first + 1]?.lower ?? ""];
  return determiner?.determiner === true && !determiner.quantity && !TIME.test(word);
}

/** “the claimed sum”; but “the report called the dam …” */
function mayQualify(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!tokens[at]?.lower.endsWith("ed")) return false;
  return next?.kind === "word" && !next.capital && !next.word.determiner && next.word.pronoun === null;
}

function followedByWords(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (next?.kind === "mark" ? tokens[at + 2] : next)?.kind === "passage";
}

/** “the Verma of old”: no noun follows that the name could belong to. */
function isNameAlone(tokens: readonly Token[], name: NameSpan): boolean {
  const end = tokens[name.last];
  const after = tokens[name.last + 1];
  if (end === undefined || end.possessive || end.word.organizationNoun || end.word.roleNoun) return false;
  // “the Duluth Gulls announced”
  const { phraseEnd, auxiliary, cue } = after?.word ?? UNKNOWN;
  return after?.kind !== "word" || phraseEnd || auxiliary || cue?.form === "finite";
}

const ATTACHING = /^(?:of|in|for|from|at|with|on|near|by|to|about|behind|inside|outside|around|against)$/;
/** Phrases may hang on a phrase one behind the other, but not over more words than these. */
const ATTACHED = 12;

/**
 * Where a phrase ends with what hangs on it by prepositions: the index of its last token.
 *
 * early results of the exit polls | indicate …      a source involved in the deal | said …
 */
export function attachedEnd(tokens: readonly Token[], last: number): number {
  const sentence = tokens[last]?.sentence;
  let end = last;
  for (;;) {
    let at = end + 1;
    // “close to”, “just published for”
    while (at < end + 3 && isPlainWord(tokens[at], sentence) && !ATTACHING.test(tokens[at]?.lower ?? ""))
      at++;
    if (!ATTACHING.test(tokens[at]?.lower ?? "") || tokens[at]?.sentence !== sentence) return end;
    let next = at + 1;
    if (tokens[next]?.word.determiner || tokens[next]?.word.pronoun?.possessive) next++;
    const from = next;
    while (next < from + 6 && isPlainWord(tokens[next], sentence)) next++;
    if (next === from || next - last > ATTACHED) return end;
    end = next - 1;
  }
}

/** A noun, a name, an adjective, a number: no verb that reports, nor anything that begins another phrase. */
function isPlainWord(token: Token | undefined, sentence: number | undefined): boolean {
  if (token?.sentence !== sentence || (token?.kind !== "word" && token?.kind !== "number")) return false;
  const { phraseEnd, preposition, pronoun, auxiliary, cue, determiner } = token.word;
  return (
    !phraseEnd && !preposition && pronoun === null && !auxiliary && !determiner && cue?.form !== "finite"
  );
}
