import type { PreparedWording } from "./unmatched.ts";

/**
 * What old wordings may have become. A match is a number from 0, as a wording is its position:
 * where much is alike there are hundreds of thousands, so what is known of them stands in lists.
 */
export class Matches {
  readonly olds: readonly PreparedWording[];
  readonly nexts: readonly PreparedWording[];
  /** By match, the position of the old wording, and of the new one. */
  readonly oldOf: number[] = [];
  readonly nextOf: number[] = [];
  /** By match, how many words are kept in order. */
  readonly kept: number[] = [];
  readonly score: number[] = [];

  constructor(olds: readonly PreparedWording[], nexts: readonly PreparedWording[]) {
    this.olds = olds;
    this.nexts = nexts;
  }

  get size(): number {
    return this.score.length;
  }

  add(old: PreparedWording, next: PreparedWording, kept: number, score: number): void {
    this.oldOf.push(old.position);
    this.nextOf.push(next.position);
    this.kept.push(kept);
    this.score.push(score);
  }
}

/** For each of so many wordings its matches, in order, given the wording of each match. */
export function byWording(wordingOf: readonly number[], wordings: number): readonly Int32Array[] {
  const ends = new Int32Array(wordings);
  for (let match = 0; match < wordingOf.length; match += 1) {
    const wording = wordingOf[match] ?? 0;
    ends[wording] = (ends[wording] ?? 0) + 1;
  }
  const grouped = Array.from(ends, (length) => new Int32Array(length));
  for (let match = wordingOf.length - 1; match >= 0; match -= 1) {
    const wording = wordingOf[match] ?? 0;
    const end = (ends[wording] ?? 0) - 1;
    ends[wording] = end;
    const group = grouped[wording];
    if (group !== undefined) group[end] = match;
  }
  return grouped;
}
