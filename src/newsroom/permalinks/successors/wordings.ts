import { type CommonRun, commonRuns, keptWords, type Positions, positionsOf } from "#text/align.ts";
import { type Numbered, Vocabulary } from "#text/vocabulary.ts";
import { words } from "#text/words.ts";

/** The words of a text: one object for each text. */
export interface WordList {
  readonly inOrder: Numbered;
  /** The same without their order; a word's second time is a word of its own, and so on. */
  readonly counted: readonly number[];
}

/** The texts of two revisions, each made ready once, however often it occurs. Compare them when all are in. */
export class Wordings {
  readonly #vocabulary = new Vocabulary();
  readonly #ids = new Vocabulary();
  readonly #texts = new Map<string, WordList>();
  readonly #runs = new Map<WordList, Map<WordList, readonly CommonRun[]>>();
  /** The text that was compared last: most often it is compared with the next one, too. */
  #last: { readonly words: WordList; readonly positions: Positions } | null = null;

  wordsOf(text: string): WordList {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const numbers = this.#vocabulary.number(words(text));
    const list = { inOrder: numbers, counted: counted(numbers) };
    this.#texts.set(text, list);
    return list;
  }

  numberOf(wording: string): number {
    return this.#ids.numberOf(wording);
  }

  /** How many words of one another keeps in the same order. */
  kept(old: WordList, next: WordList): number {
    return keptWords(this.#positionsOf(old), next.inOrder);
  }

  /** The runs of words that both have in the same order; worked out once for each pair. */
  commonRuns(old: WordList, next: WordList): readonly CommonRun[] {
    const ofOld = this.#runs.get(old) ?? new Map<WordList, readonly CommonRun[]>();
    this.#runs.set(old, ofOld);
    const runs = ofOld.get(next) ?? commonRuns(old.inOrder, next.inOrder, this.#vocabulary.size);
    ofOld.set(next, runs);
    return runs;
  }

  #positionsOf(words: WordList): Positions {
    if (this.#last?.words !== words) {
      this.#last = { words, positions: positionsOf(words.inOrder, this.#vocabulary.size) };
    }
    return this.#last.positions;
  }
}

/** More than any story has different words. */
const nextTime = 2 ** 20;

function counted(words: Numbered): readonly number[] {
  const sorted = words.toSorted();
  const found: number[] = [];
  for (let at = 0; at < sorted.length; at += 1) {
    const word = sorted[at] ?? 0;
    const before = found[at - 1] ?? -1;
    found.push(before % nextTime === word ? before + nextTime : word);
  }
  return found;
}
