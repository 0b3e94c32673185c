import { diffArrays } from "diff";
import type { Numbered } from "./vocabulary.ts";

/** Where two texts agree: `length` words from `old` on and from `next` on. */
export interface CommonRun {
  readonly old: number;
  readonly next: number;
  readonly length: number;
}

/** Words a step: their bits and a carry still make a small integer, which is quick to reckon with. */
const chunkSize = 30;
const allOnes = 2 ** chunkSize - 1;

/** A text made ready to be compared with others: for each of its words, the bits of its positions. */
export interface Positions {
  /** How many chunks hold a bit for each position. */
  readonly width: number;
  /** By word: where its chunks begin in `masks`; 0, where no bit is set, for words not in the text. */
  readonly starts: Int32Array;
  readonly masks: Int32Array;
}

/** `vocabulary` is how many different words there are in all the texts to compare. */
export function positionsOf(words: Numbered, vocabulary: number): Positions {
  const width = Math.max(1, Math.ceil(words.length / chunkSize));
  const starts = new Int32Array(vocabulary);
  let end = width;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    if (starts[word] !== 0) continue;
    starts[word] = end;
    end += width;
  }
  const masks = new Int32Array(end);
  for (let at = 0; at < words.length; at += 1) {
    const chunk = (starts[words[at] ?? 0] ?? 0) + Math.floor(at / chunkSize);
    masks[chunk] = (masks[chunk] ?? 0) | (1 << (at % chunkSize));
  }
  return { width, starts, masks };
}

/** How many words two texts keep in the same order: the length of their longest common subsequence. */
export function keptWords(old: Positions, next: Numbered): number {
  if (old.width === 1) return keptOfFew(old, next);
  const carries = noCarries(next.length);
  let kept = 0;
  for (let chunk = 0; chunk < old.width; chunk += 1) kept += keptInChunk(old, chunk, next, carries);
  return kept;
}

/** Goes through the next text for one chunk; `carries` has for each of its words what the chunk before hands on. */
function keptInChunk(
  { starts, masks }: Positions,
  chunk: number,
  next: Numbered,
  carries: Uint8Array,
): number {
  let row = allOnes;
  for (let at = 0; at < next.length; at += 1) {
    const matched = row & (masks[(starts[next[at] ?? 0] ?? 0) + chunk] ?? 0);
    const sum = row + matched + (carries[at] ?? 0);
    carries[at] = sum >>> chunkSize;
    row = (sum & allOnes) | (row - matched);
  }
  return countOnes(~row & allOnes);
}

/** The same for texts of one chunk, which most quotations are: nothing to allocate. */
function keptOfFew({ starts, masks }: Positions, next: Numbered): number {
  let row = allOnes;
  for (let at = 0; at < next.length; at += 1) {
    const matched = row & (masks[starts[next[at] ?? 0] ?? 0] ?? 0);
    row = (row + matched) | (row - matched);
  }
  return countOnes(~row & allOnes);
}

/**
 * One word of the next text: makes the row at `to` from the one before. A row has a bit for each word of the old one: 0 where
 * that word adds to what is kept of those up to it, 1 where it does not (Hyyrö,
 * “Bit-parallel LCS-length computation revisited”, 2004).
 */
function advance({ width, starts, masks }: Positions, word: number, rows: Int32Array, to: number): void {
  const mask = starts[word] ?? 0;
  let carry = 0;
  for (let chunk = 0; chunk < width; chunk += 1) {
    const row = rows[to - width + chunk] ?? 0;
    const matched = row & (masks[mask + chunk] ?? 0);
    const sum = row + matched + carry;
    carry = sum >>> chunkSize;
    rows[to + chunk] = (sum & allOnes) | (row - matched);
  }
}

let carriesKept = new Uint8Array(512);

/** Zeros for so many words, in memory that all comparisons share: there are too many to give each its own. */
function noCarries(length: number): Uint8Array {
  if (length > carriesKept.length) carriesKept = new Uint8Array(2 * length);
  return carriesKept.fill(0, 0, length);
}

/** Counts all pairs of bits at once, then all fours, then all eights. */
function countOnes(chunk: number): number {
  let ones = chunk - ((chunk >>> 1) & 0x55555555);
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Texts that would take more chunks are compared by their differences, of which there may be few. */
const mostChunks = 2 ** 22;

/**
 * The runs of words that both texts keep in the same order; together as many words
 * as possible. Where there is a choice they are those that a greedy comparison
 * finds (Myers, “An O(ND) difference algorithm and its variations”, 1986).
 */
export function commonRuns(old: Numbered, next: Numbered, vocabulary: number): readonly CommonRun[] {
  const longer = Math.max(old.length, next.length);
  if (longer * (old.length / chunkSize) > mostChunks) return runsOfLong(old, next);
  const positions = positionsOf(old, vocabulary);
  const rows = allRows(positions, next);
  const runs: CommonRun[] = [];
  let oldAt = old.length;
  let nextAt = next.length;
  let length = 0;
  const close = () => {
    if (length > 0) runs.push({ old: oldAt, next: nextAt, length });
    length = 0;
  };
  // From the end back: a word that adds nothing is left out, first of the next text, then of the old one.
  while (oldAt > 0 && nextAt > 0) {
    if (!addsNext(positions, rows, oldAt, nextAt)) {
      close();
      nextAt -= 1;
    } else if (!addsOld(positions, rows, oldAt, nextAt)) {
      close();
      oldAt -= 1;
    } else {
      oldAt -= 1;
      nextAt -= 1;
      length += 1;
    }
  }
  close();
  return runs.reverse();
}

/** A row for each number of words of the next text, from none on. */
function allRows(old: Positions, next: Numbered): Int32Array {
  const { width } = old;
  const rows = new Int32Array((next.length + 1) * width).fill(allOnes, 0, width);
  for (let at = 0; at < next.length; at += 1) advance(old, next[at] ?? 0, rows, (at + 1) * width);
  return rows;
}

/** Whether the last of so many words of the old text adds to what is kept of so many of the next. */
function addsOld({ width }: Positions, rows: Int32Array, oldCount: number, nextCount: number): boolean {
  const last = oldCount - 1;
  const chunk = rows[nextCount * width + Math.floor(last / chunkSize)] ?? 0;
  return ((chunk >>> (last % chunkSize)) & 1) === 0;
}

/**
 * The same of the last of the next text's words. It adds one word at most, so from
 * the row before it to its own, bits go to 0 and back to 1 in turns: it has added
 * where an odd number of bits has changed.
 */
function addsNext({ width }: Positions, rows: Int32Array, oldCount: number, nextCount: number): boolean {
  const row = nextCount * width;
  const whole = Math.floor(oldCount / chunkSize);
  let changed = 0;
  for (let at = row; at < row + whole; at += 1) changed ^= (rows[at] ?? 0) ^ (rows[at - width] ?? 0);
  const rest = (1 << (oldCount % chunkSize)) - 1;
  if (rest > 0) changed ^= ((rows[row + whole] ?? 0) ^ (rows[row + whole - width] ?? 0)) & rest;
  return countOnes(changed) % 2 === 1;
}

function runsOfLong(old: Numbered, next: Numbered): readonly CommonRun[] {
  const runs: CommonRun[] = [];
  let oldAt = 0;
  let nextAt = 0;
  for (const { added, removed, count } of diffArrays([...old], [...next])) {
    if (!added && !removed) runs.push({ old: oldAt, next: nextAt, length: count });
    if (!added) oldAt += count;
    if (!removed) nextAt += count;
  }
  return runs;
}
