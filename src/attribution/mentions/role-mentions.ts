import { itemAt, type Token } from "#attribution/tokens/token.ts";
import type { Word } from "#attribution/words/word.ts";
import {
  givenGenderOf,
  keysOf,
  type Mention,
  type MentionKind,
  type MentionSearch,
  makeMention,
  oneSpaced,
  wordsOf,
} from "./mention.ts";
import { attachedEnd, type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { readName } from "./read-name.ts";

/** “the 27-year-old” */
export const AGED = /^(\d+)-year-old$/;

/** Reads who is meant by role at a token: “a hospital spokeswoman”, “the minister”, “some residents”; else null. */
export function readRole(search: MentionSearch, at: number): Mention | null {
  const anybody = readAnybody(search, at);
  if (anybody !== null) return anybody;
  const phrase = readNounPhrase(search, at);
  if (phrase === null) return null;
  const speaking = speakingRole(search, phrase);
  if (speaking !== null) return speaking;
  return phrase.listed === null ? agedRole(search, phrase) : listedRole(search, phrase, phrase.listed);
}

const ANYBODY = /^(?:another|others|one|several|neither|some|many|both|someone|somebody)$/;

/** “said another”, “one said”, “some shouted”: somebody of whom no more is told. */
function readAnybody(search: MentionSearch, at: number): Mention | null {
  const { text, tokens } = search;
  const token = tokens[at];
  if (token === undefined || !ANYBODY.test(token.lower)) return null;
  const [before, after] = [itemAt(tokens, at - 1), tokens[at + 1]];
  const speaks = reportsBehind(tokens, at) && (before?.kind !== "word" || before.word.clauseStart);
  const spoken = isSpokenBefore(tokens, at) && (after?.kind !== "word" || after.word.phraseEnd);
  if (!speaks && !spoken) return null;
  // “one of the divers”
  const last = after?.lower === "of" ? attachedEnd(tokens, at) : at;
  const plural = /^(?:others|several|neither|some|many|both)$/.test(token.lower);
  return makeMention(search, at, last, {
    kind: plural ? "group" : "role",
    text: oneSpaced(text.slice(token.start, tokens[last]?.end)),
    words: [token.lower],
    plural,
  });
}

/**
 * A phrase that stands where a reporting verb's subject does, whatever its noun: “the benches opposite said”, “the
 * footnote reads”, “…, wrote the authors of the study”.
 */
function speakingRole(search: MentionSearch, phrase: NounPhrase): Mention | null {
  const { text, tokens } = search;
  const { first, last, determined, opening, comma } = phrase;
  const head = tokens[last];
  if (comma || head === undefined || (determined && last === first) || !isNoun(head)) return null;
  // „seine Mitarbeiter bereits“: where nouns are written large, a small word is none.
  if (search.lexicon.largeNouns && !head.capital && head.kind === "word") return null;
  const end = attachedEnd(tokens, last);
  const spoken = isSpokenBefore(tokens, opening);
  // “The will ended, “My nephew …””
  const reads = determined && DOCUMENT.test(head.lower) && tokens[last + 1]?.word.cue?.form === "finite";
  const reports =
    reportsBehind(tokens, end) &&
    (end === last || !mayBeNoun(tokens[end + 1])) &&
    !(search.lexicon.largeNouns && itemAt(tokens, first - 1)?.word.preposition);
  if (!spoken && !reads && !reports) return null;
  const plural = isPlural(head);
  if (!determined && opening === first && !plural && phrase.listed !== last) return null;
  if (end === last && phrase.listed === last) return null;
  return makeMention(search, first, end, {
    kind: kindOf(head),
    text: oneSpaced(text.slice(tokens[opening]?.start, tokens[end]?.end)),
    words: [head.lower],
    gender: head.word.roleGender,
    plural,
  });
}

/** “the 27-year-old” needs no verb. */
function agedRole(search: MentionSearch, { first, last, determined, comma }: NounPhrase): Mention | null {
  const { text, tokens } = search;
  const head = tokens[last];
  if (!determined || comma || head?.kind !== "number" || !AGED.test(head.lower)) return null;
  return makeMention(search, first, last, {
    kind: "role",
    text: text.slice(tokens[first]?.start, head.end),
    words: [head.lower],
  });
}

/** “the use of executive orders”, “a list of complaints”: a verb's form that is as often a noun. */
const PLURAL_OR_VERB =
  /^(?:orders|claims|calls|reports|states|notes|comments|answers|questions|charges|posts|texts|tweets|offers|objects|promises|demands|rules|remarks|quotes|cries|shouts|laughs|hopes|feels|finds|requests|pledges|quips|jokes|vows|boasts|replies|stresses|reasons|reviews)$/;

const mayBeNoun = (token: Token | undefined) => PLURAL_OR_VERB.test(token?.lower ?? "");

/** Whether a phrase's last word may be its noun: no adverb, and nobody's owner. */
function isNoun({ kind, possessive, lower }: Token): boolean {
  return !possessive && (kind === "word" ? !lower.endsWith("ly") : AGED.test(lower));
}

const isPlural = ({ word, lower }: Token) => word.groupNoun || /[^s]s$/.test(lower);

/** Nouns that nobody listed, but that mean a person: “the drover”, “the 61-year-old”. */
const PERSONAL = /(?:[^t]er|[^u]ter|or|ist|ian|man|woman|ant|[^m]ent|ee|old|eer|ess|ster)$/;
/** What has words, though it is nobody: it speaks for itself, or for whoever sent it. */
const DOCUMENT =
  /^(?:(?:news)?paper|letter|newsletter|chapter|poster|banner|sticker|folder|order|answer|register|statement|document|(?:press )?release|report|article|website|page|note|notice|message|magazine|headline|piece|slide|one|footnote|will|diary|log(?:book)?|memo|e-?mail|leaflet|contract|inscription|verdict|ruling|editorial|petition|manifesto|obituary|plaque|lawsuit|complaint|filing|indictment|study|audit|survey|poll|review|book|suit|ad|advert|advertisement|dossier|transcript|text|tweet|post|caption)$/;

/** “said the first”, “a third said”: somebody, counted. */
const COUNTED = /^(?:first|second|third|fourth|fifth|last|latter|former|next|other|one)$/;

function kindOf({ word, lower }: Token): MentionKind {
  const { roleNoun, groupNoun, organizationNoun } = word;
  if (roleNoun || COUNTED.test(lower)) return "role";
  if (groupNoun) return "group";
  if (organizationNoun || DOCUMENT.test(lower)) return "organization";
  if (PERSONAL.test(lower)) return "role";
  return /[^s]s$/.test(lower) ? "group" : "organization";
}

const PASSED =
  /ly$|^(?:also|later|then|once|never|often|always|again|still|even|just|only|now|soon|too|so|not)$/;

/** Whether a finite reporting verb stands right behind a token, auxiliaries and adverbs apart. */
function reportsBehind(tokens: readonly Token[], last: number): boolean {
  for (let at = last + 1; at < last + 4; at++) {
    const token = tokens[at];
    if (token?.kind !== "word") return false;
    if (isReporting(token.word)) return !isPassive(tokens, at);
    if (!token.word.auxiliary && !PASSED.test(token.lower)) return false;
  }
  return false;
}

const isReporting = ({ cue }: Word) => cue?.form === "finite" && cue.strength === "speech";

function isPassive(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.word.passive === true && tokens[at]?.lower.endsWith("ed") === true;
}

/** After words in marks and their verb: “…,” said | a hospital porter; “…” was | another. */
export function isSpokenBefore(tokens: readonly Token[], at: number): boolean {
  const verb = itemAt(tokens, at - 1);
  if (verb?.kind !== "word" || !(isReporting(verb.word) || verb.lower === "was")) return false;
  const before = itemAt(tokens, tokens[at - 2]?.text === "," ? at - 3 : at - 2);
  return before?.kind === "passage";
}

function listedRole(
  search: MentionSearch,
  { first, determined, opening }: NounPhrase,
  head: number,
): Mention {
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
