import type { WordList } from "./wordings.ts";

/** Words that more than this part of the texts have tell little. */
const common = 0.25;
/** When so few of the texts are left, comparing them exactly costs less than to go on counting. */
const few = 0.05;

/** Finds the texts that may have many of a text's words, in whatever order: a cheap look before the exact one. */
export class WordIndex {
  readonly #size: number;
  /** By counted word, the positions of the texts that have it. */
  readonly #holders = new Map<number, number[]>();

  constructor(texts: readonly WordList[]) {
    this.#size = texts.length;
    texts.forEach(({ counted }, position) => {
      for (const word of counted) {
        const holders = this.#holders.get(word);
        if (holders === undefined) this.#holders.set(word, [position]);
        else holders.push(position);
      }
    });
  }

  /** The positions of all texts that share at least `least` words with one, and perhaps others. Rare words are counted first. */
  sharing({ counted }: WordList, least: number): readonly number[] {
    const limit = this.#size * common;
    const shared = new Int32Array(this.#size);
    const rest: (readonly number[])[] = [];
    for (const word of counted) {
      const holders = this.#holders.get(word) ?? [];
      if (holders.length > limit) rest.push(holders);
      else count(holders, shared);
    }
    const candidates = having(least - rest.length, shared);
    if (candidates.length <= this.#size * few) return candidates;
    for (const holders of rest) count(holders, shared);
    return having(least, shared);
  }
}

function count(texts: readonly number[], shared: Int32Array): void {
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? 0;
    shared[text] = (shared[text] ?? 0) + 1;
  }
}

function having(least: number, shared: Int32Array): readonly number[] {
  const found: number[] = [];
  for (let text = 0; text < shared.length; text += 1) if ((shared[text] ?? 0) >= least) found.push(text);
  return found;
}
