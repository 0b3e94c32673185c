import { diffArrays } from "diff";

/** Where two texts agree: `length` words from `old` on and from `next` on. */
export interface CommonRun {
  readonly old: number;
  readonly next: number;
  readonly length: number;
}

/** The runs of words that both texts keep in the same order; together as many words as possible. */
export function commonRuns(old: readonly string[], next: readonly string[]): readonly CommonRun[] {
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

/** A text made ready to be compared with many others: for each word, the bits of its places. */
export interface Places {
  readonly length: number;
  readonly masks: ReadonlyMap<string, Uint32Array>;
}

export function placesOf(words: readonly string[]): Places {
  const masks = new Map<string, Uint32Array>();
  const width = Math.ceil(words.length / 32);
  words.forEach((word, at) => {
    const mask = masks.get(word) ?? new Uint32Array(width);
    masks.set(word, mask);
    const chunk = at >>> 5;
    mask[chunk] = (mask[chunk] ?? 0) | (1 << (at & 31));
  });
  return { length: words.length, masks };
}

/**
 * How many words two texts keep in the same order: the length of their longest
 * common subsequence, 32 words of `old` a step (Hyyrö, “Bit-parallel LCS-length
 * computation revisited”, 2004).
 */
export function keptWords(old: Places, next: readonly string[]): number {
  const width = Math.ceil(old.length / 32);
  if (width === 1) return keptOfFew(old, next);
  const row = new Uint32Array(width).fill(0xffffffff);
  for (const word of next) {
    const mask = old.masks.get(word);
    if (mask === undefined) continue;
    let carry = 0;
    for (let chunk = 0; chunk < width; chunk += 1) {
      const bits = row[chunk] ?? 0;
      const matched = (bits & (mask[chunk] ?? 0)) >>> 0;
      const sum = bits + matched + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[chunk] = (sum | (bits & ~matched)) >>> 0;
    }
  }
  let kept = 0;
  for (let at = 0; at < old.length; at += 1) {
    if ((((row[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 0) kept += 1;
  }
  return kept;
}

/** The same for up to 32 words, which most quotations have: one step a word, and nothing to allocate. */
function keptOfFew({ length, masks }: Places, next: readonly string[]): number {
  let row = 0xffffffff;
  for (const word of next) {
    const mask = masks.get(word)?.[0] ?? 0;
    const matched = (row & mask) >>> 0;
    row = ((row + matched) | (row & ~matched)) >>> 0;
  }
  let kept = 0;
  for (let at = 0; at < length; at += 1) kept += ((row >>> at) & 1) ^ 1;
  return kept;
}
