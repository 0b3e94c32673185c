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
}

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
  for (let at = from; at < to; at++) {
    if (!isLetterAt(text, at)) continue;
    const start = at;
    while (at < to && (isLetterAt(text, at) || isJoint(text.charCodeAt(at)))) at++;
    count++;
    if (isLargeAt(text, start)) capitals++;
    else if (at - start > 3) long++;
    if (functions < MANY_FUNCTIONS) {
      if (at - start < 8 && forms.read(text, start, at).untitled) functions++;
    } else if (long > 0 && count >= MANY) break;
  }
  return {
    count,
    titled: capitals > 0 && long === 0 && (!largeNouns || count === 1),
    functions,
    capital: from < to && isLargeAt(text, from),
  };
}

function isJoint(unit: number): boolean {
  return unit === 0x2019 || unit === 39 || unit === 45;
}
