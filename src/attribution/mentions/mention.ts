import { itemAt, type Token } from "#attribution/tokens/token.ts";
import { isPlain } from "#attribution/words/characters.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import type { Gender } from "#attribution/words/word.ts";
import type { Span } from "#text/spans.ts";
import type { Capitals } from "./capitals.ts";
import type { Title } from "./titles.ts";

export type MentionKind = "name" | "organization" | "role" | "group" | "pronoun";

/** One naming of somebody outside the marks; `first` and `last` are tokens, both included. */
export interface Mention extends Span {
  /** Which of the story's mentions it is, from 0. */
  readonly index: number;
  readonly kind: MentionKind;
  readonly first: number;
  readonly last: number;
  /** Name without titles, or the whole role phrase, or the pronoun in lower case. */
  readonly text: string;
  /** The name's words; for a role phrase its head noun alone. */
  readonly words: readonly string[];
  /** The words as names are compared, without accents and capitals. */
  readonly keys: readonly string[];
  /** A title or role written before the name: “council leader” in “council leader Asha Verma”. */
  readonly title: Title | null;
  readonly gender: Gender;
  /** What a name's first word says where that is a given name. */
  readonly givenGender: Gender;
  readonly plural: boolean;
  readonly possessive: boolean;
  /** It hangs on a preposition: “of the council”, “to Varga”. */
  readonly oblique: boolean;
  /** It stands where a sentence’s subject would. */
  readonly subject: boolean;
  readonly paragraph: number;
  readonly sentence: number;
}

/** A story as mentions are read from it: its words, what its capitals tell, and the mentions found so far. */
export interface MentionSearch {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  readonly capitals: Capitals;
  readonly found: readonly Mention[];
}

/**
 * The next mention, over tokens `first` to `last`, its place taken from them. Throws a RangeError where they lie
 * outside.
 */
export function makeMention(
  { tokens, found }: MentionSearch,
  first: number,
  last: number,
  rest: Pick<Mention, "kind" | "text" | "words"> & Partial<Mention>,
): Mention {
  const start = tokens[first];
  const end = tokens[last];
  if (start === undefined || end === undefined) throw new RangeError("a mention lies outside the tokens");
  const before = itemAt(tokens, first - 1);
  const title = rest.title ?? null;
  const possessive = rest.possessive ?? end.possessive;
  const oblique =
    (before?.kind === "word" && before.sentence === end.sentence && before.word.preposition) ||
    isHome(tokens, found, first);
  return {
    index: found.length,
    kind: rest.kind,
    first,
    last,
    start: start.start,
    end: end.end,
    text: rest.text,
    words: rest.words,
    keys: rest.keys ?? rest.words,
    title,
    gender: rest.gender ?? null,
    givenGender: rest.givenGender ?? null,
    plural: rest.plural ?? false,
    possessive,
    oblique,
    subject: !possessive && !oblique && opensClause(tokens, first, end.sentence, title),
    paragraph: end.paragraph,
    sentence: end.sentence,
  };
}

/** “Donald Hartley of Madison, Alabama, said”: what a comma adds to where somebody is from. */
function isHome(tokens: readonly Token[], found: readonly Mention[], first: number): boolean {
  const [somebody, place] = [found.at(-2), found.at(-1)];
  if (place?.oblique !== true || somebody?.kind !== "name") return false;
  return tokens[first - 1]?.text === "," && place.last === first - 2 && somebody.last === place.first - 2;
}

/** Whether a clause of a sentence begins with what begins at a token. */
function opensClause(
  tokens: readonly Token[],
  first: number,
  sentence: number,
  title: Title | null,
): boolean {
  let before = first - 1;
  // “Told of the remark, groundsman Mick Entwistle took off his cap”
  if (title !== null)
    while (tokens[before]?.kind === "word" && title.words.includes(tokens[before]?.text ?? "")) before--;
  // “…, her rival Bruna Sa was already looking”
  if (title !== null && tokens[before]?.word.determiner && tokens[before]?.sentence === sentence) before--;
  const previous = itemAt(tokens, before);
  return (
    previous === undefined ||
    previous.kind !== "word" ||
    previous.sentence !== sentence ||
    previous.word.clauseStart
  );
}

/** A phrase as written, but for line breaks and doubled spaces. */
export function oneSpaced(phrase: string): string {
  // Only what is written neither in letters of ASCII nor with single spaces needs a pattern.
  for (let at = 0; at < phrase.length; at++)
    if (
      !isPlain(phrase.charCodeAt(at)) &&
      !(phrase.charCodeAt(at) === 32 && isPlain(phrase.charCodeAt(at + 1)))
    )
      return /\s\s|[^\S ]/.test(phrase) ? phrase.replace(/\s+/g, " ") : phrase;
  return phrase;
}

/** The words of a mention as names are compared. */
export function keysOf(tokens: readonly Token[], first: number, last: number): readonly string[] {
  const keys: string[] = [];
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (token?.kind === "word") keys.push(token.form.key);
  }
  return keys;
}

/** Whose given name the first word of a mention is. */
export function givenGenderOf(tokens: readonly Token[], first: number, last: number): Gender {
  for (let at = first; at <= last; at++)
    if (tokens[at]?.kind === "word") return tokens[at]?.form.givenGender ?? null;
  return null;
}

/** The words of a mention, without marks and full stops. */
export function wordsOf(tokens: readonly Token[], first: number, last: number): readonly string[] {
  const words: string[] = [];
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (token?.kind === "word") words.push(token.text);
  }
  return words;
}
