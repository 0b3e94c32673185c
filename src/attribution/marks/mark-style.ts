import { isLetterAt, isPlain } from "#attribution/words/characters.ts";
import { isSpace } from "#text/spans.ts";
import type { TypedMarks } from "./glyphs.ts";

/** How a story sets its quotation marks, as far as one mark's meaning depends on the others. */
export interface MarkStyle extends TypedMarks {
  /** ‘…’ or '…' opens a quotation of its own, as in British use, and not only one inside another. */
  readonly singleMarks: boolean;
  /** »…«, as in German and Danish books, instead of «…». */
  readonly inverted: boolean;
  /** „…“: the mark that opens in English closes here. */
  readonly low: boolean;
}

/** Words that begin with an apostrophe: “’70s”, “’til”. */
export const ELISION = /^(?:\d\ds?|em|til|tis|twas|n|cos|cause|bout)(?![\p{L}\p{N}])/iu;

const STRONG_PAIR =
  /(?:^|[\s([—–-])(?:‘|`(?!`)|'(?!'))(?=[\p{L}\p{N}“"])[^‘`“”"\n]{0,600}?[,.?!…\p{L}](?:’|')(?=[\s.,;:?!)\]—–-]|$)/gmu;
const DOUBLE_PAIR = /[“"][^“”"\n]+[”"]/g;
const SENTENCES = 200_000;

/**
 * Decides a story's mark style once, from the whole of it: a single stray mark then cannot change what every
 * other mark means. Looks at no more than the first 200,000 units.
 */
export function decideMarkStyle(text: string, glyphs: readonly number[]): MarkStyle {
  const sample = text.length > SENTENCES ? text.slice(0, SENTENCES) : text;
  const found = countMarks(sample, glyphs);
  return {
    singleMarks: hasSingleMarks(sample, found),
    inverted:
      found.angles && count(sample, /(?:^|[\s(])»(?=\S)/gm) > count(sample, /(?:^|[\s(])«(?=\S|\s)/gm),
    low: found.low,
    ticks: found.ticks,
    apostrophes: found.apostrophes,
  };
}

/** Whether at least as many pairs are single as double; most stories have too few openers to look closer. */
function hasSingleMarks(text: string, { doubles, openers }: MarkCounts): boolean {
  if (openers === 0 || openers < doubles) return false;
  const singleMarks = countSinglePairs(text.replace(DOUBLE_PAIR, (pair) => (pair.length > 80 ? " " : pair)));
  return singleMarks > 0 && singleMarks >= doubles;
}

interface MarkCounts {
  /** Double pairs, each within its line. */
  readonly doubles: number;
  /** Marks that might open a single pair. */
  readonly openers: number;
  /** Whether it has », „ and `` at all. */
  readonly angles: boolean;
  readonly low: boolean;
  readonly ticks: boolean;
  /** Whether two apostrophes open somewhere, and close somewhere. */
  readonly apostrophes: boolean;
}

function countMarks(text: string, glyphs: readonly number[]): MarkCounts {
  let [doubles, openers] = [0, 0];
  let opened: number | null = null;
  let [angles, low, ticks, opens, closes] = [false, false, false, false, false];
  for (const at of glyphs) {
    if (at >= text.length) break;
    const unit = text.charCodeAt(at);
    const twice = unit === text.charCodeAt(at + 1);
    if (unit === 10) opened = null;
    else if (twice && (unit === 0x27 || unit === 0x2018 || unit === 0x2019)) {
      const [before, after] = [at === 0 ? 32 : text.charCodeAt(at - 1), text.charCodeAt(at + 2)];
      if ((isSpace(before) || before === 0x28) && isLetterAt(text, at + 2)) opens = true;
      else if (!isSpace(before) && (Number.isNaN(after) || isSpace(after) || !isLetterAt(text, at + 2)))
        closes = true;
    } else if (unit === 0x27 || unit === 0x2018 || (unit === 0x60 && !twice)) {
      if (at === 0 || !isPlain(text.charCodeAt(at - 1))) openers++;
    } else if (unit === 0x22 || unit === 0x201c || unit === 0x201d) {
      const shuts: boolean = unit !== 0x201c && opened !== null && at > opened + 1;
      if (shuts) doubles++;
      opened = shuts || unit === 0x201d ? null : at;
    } else if (unit === 0xbb) angles = true;
    else if (unit === 0x201e) low = true;
    // ,,…'': what opens with two commas closes with two apostrophes.
    else if (unit === 0x2c) [low, ticks] = [true, true];
    else if (unit === 0x60) ticks = true;
  }
  return { doubles, openers, angles, low, ticks, apostrophes: opens && closes };
}

/** ‘We must go,’ she said: openers with something like a closer; apostrophes inside words are no closers. */
function countSinglePairs(text: string): number {
  let pairs = 0;
  for (const [pair] of text.matchAll(STRONG_PAIR)) {
    const words = pair.replace(/^[\s([—–-]?[‘`']/u, "");
    if (!ELISION.test(words)) pairs++;
  }
  return pairs;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
