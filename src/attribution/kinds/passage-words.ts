import { type Values, values } from "#attribution/ranking/features.ts";
import { isLargeAt, isLetterAt } from "#attribution/words/characters.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";

/** What the words of a passage look like, all together; counted no further than a ranker tells apart. */
export interface PassageWords {
  /** Exact up to nine. */
  readonly count: number;
  /** Written like a title: “The Long Table Show”. */
  readonly titled: boolean;
  /** How many a title would hardly have: “I”, “will”, “not”; exact up to `MANY_FUNCTIONS`. */
  readonly functions: number;
  /** The first is written large. */
  readonly capital: boolean;
  /** The first word, where it tells by itself: a value of FIRST_WORD. */
  readonly first: number;
  /** It speaks of “me” or “us”. */
  readonly firstPerson: boolean;
}

/** First words that tell by themselves; every other by whether the lexicon takes it for a verb. */
export const FIRST_WORD: Values = values(
  "other",
  "verb",
  ..."i i'm i've we we're you he she it it's they the a an this that there my our your if when what how why who no not yes very to in of and but so because as all".split(
    " ",
  ),
);

const SPEAKING = /^(?:i|i'm|i've|i'll|i'd|me|my|mine|we|we're|we've|we'll|us|our)$/;

const MANY = 9;
export const MANY_FUNCTIONS = 3;

/**
 * Reads the words of a passage from `from` to `to`, as far as they tell anything new; where a language writes every
 * noun large, capitals make no title.
 */
export function readWords(
  text: string,
  from: number,
  to: number,
  { forms, largeNouns }: Lexicon,
): PassageWords {
  let count = 0;
  let capitals = 0;
  let long = 0;
  let functions = 0;
  let first = 0;
  let firstPerson = false;
  for (let at = from; at < to; at++) {
    if (!isLetterAt(text, at)) continue;
    const start = at;
    while (at < to && (isLetterAt(text, at) || isJoint(text.charCodeAt(at)))) at++;
    count++;
    if (isLargeAt(text, start)) capitals++;
    else if (at - start > 3) long++;
    if (functions < MANY_FUNCTIONS) {
      if (at - start < 8) {
        const { untitled, lower, word } = forms.read(text, start, at);
        if (untitled) functions++;
        const plain = lower.replace("’", "'");
        if (SPEAKING.test(plain)) firstPerson = true;
        if (count === 1)
          first = Object.hasOwn(FIRST_WORD, plain)
            ? (FIRST_WORD[plain] ?? 0)
            : word.cue !== null || word.auxiliary
              ? 1
              : 0;
      }
    } else if (long > 0 && count >= MANY) break;
  }
  return {
    count,
    titled: capitals > 0 && long === 0 && (!largeNouns || count === 1),
    functions,
    capital: from < to && isLargeAt(text, from),
    first,
    firstPerson,
  };
}

function isJoint(unit: number): boolean {
  return unit === 0x2019 || unit === 39 || unit === 45;
}
