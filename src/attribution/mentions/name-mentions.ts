import { itemAt, type Token } from "#attribution/tokens/token.ts";
import type { Capitals } from "./capitals.ts";
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
import { classifyName, isSaint, type NameSpan, readName } from "./read-name.ts";
import { isCommonNoun, isPlural, isThing } from "./things.ts";
import { type Title, titleOf } from "./titles.ts";

/** Reads who is named at a token: “council leader Asha Verma”, “Dr. Mirza”, “the Federation of Port Clerks”; else null. */
export function readNamed(search: MentionSearch, at: number): Mention | null {
  const { text, tokens, lexicon, capitals } = search;
  const token = tokens[at];
  if (token?.kind !== "word" || !token.capital) return null;
  const span = readName(tokens, at, capitals);
  if (span === null) return null;
  const behind = behindHeadline(tokens, span);
  if (behind !== null) return readNamed(search, behind);
  const { name: start, last: end } = roleThenName(tokens, span.last, capitals) ?? span;
  const name = afterTrade(search, afterTitles(tokens, start, end), end);
  const title = titleBefore(search, at, name);
  let kind = title === null ? classifyName(tokens, name, end, capitals) : "name";
  if (title === null && at === end) {
    const { word, initial, text: written, lower } = token;
    if (initial && (word.roleNoun || word.title)) return null;
    if (word.groupNoun && !(tokens[end + 1]?.lower === "of" && tokens[end + 2]?.capital))
      return makeMention(search, at, end, { kind: "group", text: written, words: [lower], plural: true });
    // “MANN: We will not.”
    if (kind === "organization" && initial && tokens[end + 1]?.text === ":") kind = "name";
    if (word.roleNoun) kind = "role";
  }
  if (kind === "name" && title === null && lexicon.largeNouns && isCommonNoun(tokens, at, end, capitals))
    return null;
  if (kind === "name" && title === null && isThing(tokens, at, end)) kind = "organization";
  const linked = linkedEnd(tokens, end, kind, capitals);
  if (linked > end) kind = "organization";
  const words = wordsOf(tokens, name, linked);
  // The Friends of the Library and the Duluth Gulls keep their article.
  const keeps = words.length > 2 || (words.length > 1 && isPlural(tokens[end]));
  const from = kind === "organization" && tokens[at - 1]?.lower === "the" && keeps ? at - 1 : name;
  return makeMention(search, at, linked, {
    kind,
    text: textOf(text, tokens, from, linked, words),
    words,
    keys: keysOf(tokens, name, linked),
    givenGender: givenGenderOf(tokens, name, linked),
    title: kind === "organization" ? null : title,
    gender: title?.gender ?? null,
  });
}

/** As written, white space apart; Bruno “Whistler” Hartig is Bruno Hartig. */
function textOf(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  words: readonly string[],
): string {
  const end = tokens[last] as Token;
  if (first === last) return end.text;
  for (let at = first; at < last; at++) if (tokens[at]?.kind === "passage") return words.join(" ");
  return oneSpaced(text.slice(tokens[first]?.start, end.start + end.text.length));
}

const LINK = new Set(["of", "for", "and", "&", "de", "des", "du", "the", "on"]);
const LINKED = new Set(
  "university department ministry federation office bank house league board institute council court bureau society association college centre center church school museum".split(
    " ",
  ),
);

/** Where an organization's name ends: “the Federation of Port Clerks” goes on over the link word. */
function linkedEnd(tokens: readonly Token[], end: number, kind: MentionKind, capitals: Capitals): number {
  const head = tokens[end];
  if (kind !== "organization" && !head?.word.groupNoun && !LINKED.has(head?.lower ?? "")) return end;
  let last = end;
  while (LINK.has(tokens[last + 1]?.lower ?? "") && !tokens[last]?.possessive) {
    const next = tokens[last + 2]?.lower === "the" ? last + 3 : last + 2;
    if (!tokens[next]?.capital) break;
    // “the Bakers’ Guild and Asha Verma”
    if (tokens[last + 1]?.lower === "and" && tokens[next + 1]?.capital && tokens[next]?.word.givenName) break;
    const more = readName(tokens, next, capitals);
    if (more === null) break;
    last = more.last;
  }
  return last;
}

/** Nobody's name has more words than these. */
const LONGEST = 6;

/** “Minister Hits Rival On Tolls In Debate Ada Holm said”: where a headline runs into the text, the name that ends it. */
function behindHeadline(tokens: readonly Token[], { name, last }: NameSpan): number | null {
  if (last - name < LONGEST) return null;
  for (let at = last - 1; at > name; at--) {
    if (tokens[at]?.word.organizationNoun) return null;
    if (tokens[at]?.word.givenName) return at;
  }
  return null;
}

/** The first word of the name proper: in “Chief Executive Rhea Mann” the role words are her title. */
function afterTitles(tokens: readonly Token[], first: number, last: number): number {
  let name = first;
  for (let at = first; at < last; at++) {
    const token = tokens[at];
    if (token === undefined || isSaint(token) || !(token.word.roleNoun || token.word.title)) continue;
    const next = tokens[at + 1]?.text === "." ? at + 2 : at + 1;
    if (tokens[next]?.kind === "word" && tokens[next]?.capital) name = next;
  }
  return name;
}

/** „Briefträger Rudi Angerer“: where nouns are written large, what stands before a given name is what somebody is. */
function afterTrade({ tokens, lexicon }: MentionSearch, first: number, last: number): number {
  const given = (at: number) => tokens[at]?.word.givenName === true;
  return lexicon.largeNouns && last - first >= 2 && !given(first) && given(first + 1) ? first + 1 : first;
}

/** The role and titles before a name, in small letters or large: “council leader”, “Dr”; null where there are none. */
function titleBefore({ text, tokens, lexicon }: MentionSearch, at: number, name: number): Title | null {
  const role = leadingTitle(tokens, at);
  if (name === at) return role === "" ? null : titleOf(role, lexicon);
  const own = text.slice(tokens[at]?.start, tokens[name - 1]?.end);
  return titleOf(role === "" ? own : `${role} ${own}`, lexicon);
}

/** “Dam Board press secretary Rhea Mann”, “Varga campaign spokesman Jo Kent”: all before is a title. */
function roleThenName(tokens: readonly Token[], last: number, capitals: Capitals): NameSpan | null {
  const end = tokens[last];
  let noun = end?.possessive === false && (end.word.roleNoun || end.word.title);
  const sentence = end?.sentence;
  for (let at = last + 1; at < last + 6; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence) return null;
    // “Air Force 1st Lt. Tyler Livingston”
    if (token.kind === "number" && tokens[at + 1]?.capital) continue;
    if (token.kind !== "word") return null;
    // “Oversight ranking Democrat Elijah Cummings”
    if (token.capital && token.word.notName && at > last + 1) {
      noun = true;
      continue;
    }
    // “Head of Training Tamsin Wark”, “Secretary of the Guild Jan Maas”
    if (noun && token.lower === "of" && at === last + 1) {
      const office = readName(tokens, tokens[at + 1]?.word.determiner ? at + 2 : at + 1, capitals);
      for (let next = (office?.first ?? at) + 1; office !== null && next < office.last; next++)
        if (tokens[next]?.word.givenName) return { ...office, name: next };
      return null;
    }
    if (token.capital) {
      const found = at > last + 1 ? readName(tokens, at, capitals) : null;
      return found !== null && (noun || found.name > at) ? found : null;
    }
    if (
      token.word.phraseEnd ||
      token.word.determiner ||
      token.word.auxiliary ||
      token.word.cue?.form === "finite"
    )
      return null;
    noun = token.word.roleNoun || token.word.title;
  }
  return null;
}

/** The small-letter role before a name: “council leader” Asha Verma, “umpire” Ubaid ul-Haq. */
function leadingTitle(tokens: readonly Token[], at: number): string {
  const before = itemAt(tokens, at - 1);
  if (before?.kind !== "word" || before.capital || before.possessive) return "";
  if (!before.word.roleNoun && !before.word.title) return "";
  let first = at - 1;
  while (first > at - 6) {
    const token = tokens[first - 1];
    if (token?.kind !== "word" || token.sentence !== before.sentence || token.possessive) break;
    if (
      token.word.determiner ||
      token.word.phraseEnd ||
      token.word.cue?.form === "finite" ||
      token.word.auxiliary
    )
      break;
    first--;
  }
  return wordsOf(tokens, first, at - 1).join(" ");
}
