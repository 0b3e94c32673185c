/** A text as the numbers of its words. */
export type Numbered = Int32Array<ArrayBuffer>;

/** Numbers words as they come, from 0: the same word has the same number, and numbers compare faster. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  /** How many different words there are so far. */
  get size(): number {
    return this.#numbers.size;
  }

  number(words: readonly string[]): Numbered {
    const numbers = new Int32Array(words.length);
    for (let at = 0; at < words.length; at += 1) numbers[at] = this.numberOf(words[at] ?? "");
    return numbers;
  }

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
