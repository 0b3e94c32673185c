import { itemAt, type Token } from "#attribution/tokens/token.ts";
import {
  givenGenderOf,
  keysOf,
  type Mention,
  type MentionSearch,
  makeMention,
  oneSpaced,
  wordsOf,
} from "./mention.ts";
import { type NameSpan, readName } from "./read-name.ts";

/** Nouns that nobody listed, but that mean a person: “the drover”, “the 61-year-old”. */
const PERSONAL = /(?:er|or|ist|ian|man|woman|ant|ent|ee|old|one|in|e)$/;

/** “the 27-year-old” */
export const AGED = /^(\d+)-year-old$/;
const ROUGHLY = /^(?:about|around|nearly|almost)$/;

/** A role phrase as read so far, by its tokens. */
interface Phrase {
  readonly first: number;
  readonly last: number;
  /** Its head noun; null where no listed noun stands. */
  readonly head: number | null;
  /** “the”, “some” */
  readonly determined: boolean;
  /** Where it begins as written: with “Fenn’s” or “about 40” before it. */
  readonly opening: number;
  /** “the bearded, soft-spoken” */
  readonly comma: boolean;
  /** Its first reporting verb. */
  readonly verb: number | null;
}

/** Reads who is meant by role at a token: “a hospital spokeswoman”, “the minister”, “some residents”; else null. */
export function readRole(search: MentionSearch, at: number): Mention | null {
  const { tokens } = search;
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const determined = token.word.determiner;
  const before = itemAt(tokens, at - 1);
  const owned =
    before?.sentence === token.sentence && (before.possessive === true || before.kind === "number");
  if (!determined && !owned && !opensPhrase(before)) return null;
  const roughly = before?.kind === "number" && ROUGHLY.test(tokens[at - 2]?.lower ?? "");
  const opening = owned ? (roughly ? at - 2 : at - 1) : at;
  const phrase = readPhrase(search, at, determined, opening);
  if (phrase === null) return null;
  const { head } = phrase;
  return head === null ? unlistedRole(search, phrase) : listedRole(search, phrase, head);
}

function readPhrase(
  { tokens, capitals }: MentionSearch,
  first: number,
  determined: boolean,
  opening: number,
): Phrase | null {
  const from = determined ? first + 1 : first;
  let head: number | null = null;
  let last = first;
  let comma = false;
  let verb: number | null = null;
  for (let at = from; at < first + (determined ? 9 : 5); at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[first]?.sentence) break;
    // “the bearded, soft-spoken carpenter”
    if (token.text === "," && determined && at === first + 2 && !tokens[first]?.word.quantity) {
      comma = true;
      continue;
    }
    if (token.kind !== "word" && token.kind !== "number") break;
    const { word, lower } = token;
    if (word.pronoun !== null || word.auxiliary || word.phraseEnd) break;
    if (at > first && word.cue?.form === "finite" && (head !== null || !lower.endsWith("ed"))) break;
    if (at > from && verb === null && word.cue?.form === "finite" && word.cue.strength === "speech")
      verb = at;
    if (at > from && word.determiner) break;
    if (token.capital && at > first) {
      const name = readName(tokens, at, capitals);
      // “the groundsman Graham Pettifer”: the name takes over; “a Tidewell engineer” goes on.
      if (name !== null && head !== null)
        return head === at - 1 ? null : { first, last, head, determined, opening, comma, verb };
      if (name !== null && isNameAlone(tokens, name)) return null;
    }
    // “sacked four times” is no newspaper
    if (word.roleNoun || word.groupNoun || (word.organizationNoun && lower !== "times")) head = at;
    if (token.possessive) head = null;
    last = at;
  }
  return { first, last, head, determined, opening, comma, verb };
}

/** “the Verma of old”: no noun follows that the name could belong to. */
function isNameAlone(tokens: readonly Token[], name: NameSpan): boolean {
  const end = tokens[name.last];
  const after = tokens[name.last + 1];
  if (end === undefined || end.possessive || end.word.organizationNoun || end.word.roleNoun) return false;
  return after?.kind !== "word" || after.word.phraseEnd;
}

/**
 * “the benches opposite said”, “some shouted”: any phrase may speak where a reporting verb follows it at once; “the
 * 27-year-old” needs none.
 */
function unlistedRole(search: MentionSearch, phrase: Phrase): Mention | null {
  const { text, tokens } = search;
  const { first, determined, comma, verb } = phrase;
  if (!determined || comma) return null;
  const some = tokens[first]?.word.quantity === true && reports(tokens[first + 1]);
  const last = some ? first : verb !== null ? verb - 1 : phrase.last;
  const end = tokens[last];
  if (end === undefined || end.possessive || (last === first && !some)) return null;
  const speaks = end.kind === "word" && reports(tokens[last + 1]);
  if (!speaks && !(end.kind === "number" && AGED.test(end.lower))) return null;
  const plural = some || /[^s]s$/.test(end.lower);
  return makeMention(search, first, last, {
    kind:
      some || (plural && !PERSONAL.test(end.lower))
        ? "group"
        : PERSONAL.test(end.lower)
          ? "role"
          : "organization",
    text: text.slice(tokens[first]?.start, end.end),
    words: [end.lower],
    plural,
  });
}

function reports(verb: Token | undefined): boolean {
  return verb?.word.cue?.form === "finite" && verb.word.cue.strength === "speech";
}

function listedRole(search: MentionSearch, { first, determined, opening }: Phrase, head: number): Mention {
  const { text, tokens } = search;
  const noun = tokens[head] as Token;
  const group = noun.word.groupNoun;
  const organization = !group && !noun.word.roleNoun;
  const last = afterLink(search, head);
  const end = tokens[last] as Token;
  const named = organization && noun.capital;
  const start = determined ? first + 1 : first;
  return makeMention(search, first, last, {
    kind: group ? "group" : organization ? "organization" : "role",
    text: oneSpaced(text.slice(tokens[opening]?.start, end.start + end.text.length)),
    words: named ? wordsOf(tokens, start, last) : [noun.lower],
    keys: named ? keysOf(tokens, start, last) : [noun.form.key],
    givenGender: named ? givenGenderOf(tokens, start, last) : null,
    gender: noun.word.roleGender,
    plural: group,
    possessive: end.possessive,
  });
}

const LINKS = new Set(["for", "of", "from", "at", "with", "in"]);

/** Where “a spokesman for Black Rock Paddle” and “a delegate from Leeds” end: with what the noun is linked to. */
function afterLink({ tokens, lexicon, capitals }: MentionSearch, head: number): number {
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
  const ends = tail?.kind !== "word" || tail.word.cue !== null || tail.word.phraseEnd;
  return ends ? next : head;
}

/** A phrase without a determiner begins a clause (“Sources said”) or follows its verb (“said residents”). */
function opensPhrase(before: Token | undefined): boolean {
  if (before === undefined) return true;
  return (before.kind !== "word" && before.kind !== "number") || before.word.phraseStart;
}
