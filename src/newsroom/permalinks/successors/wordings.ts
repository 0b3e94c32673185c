import { type CommonRun, commonRuns, keptWords, type Places, placesOf } from "#text/align.ts";
import { type Numbered, Vocabulary } from "#text/vocabulary.ts";
import { words } from "#text/words.ts";

/** What a text says: the same object for all who say the same. */
export interface Said {
  readonly words: Numbered;
  /** The same words without their order; a word's second time is a word of its own, and so on. */
  readonly counted: readonly number[];
}

/** The texts of two revisions, each made ready once, however often it is said. Compare them when all are in. */
export class Wordings {
  readonly #vocabulary = new Vocabulary();
  readonly #ids = new Vocabulary();
  readonly #texts = new Map<string, Said>();
  readonly #runs = new Map<Said, Map<Said, readonly CommonRun[]>>();
  /** The text that was compared last: most often it is compared with the next one, too. */
  #last: { readonly said: Said; readonly places: Places } | null = null;

  say(text: string): Said {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const numbers = this.#vocabulary.number(words(text));
    const said = { words: numbers, counted: counted(numbers) };
    this.#texts.set(text, said);
    return said;
  }

  numberOf(wording: string): number {
    return this.#ids.numberOf(wording);
  }

  /** How many words of one another keeps in the same order. */
  kept(old: Said, next: Said): number {
    return keptWords(this.#placesOf(old), next.words);
  }

  /** The runs of words that both have in the same order; worked out once for each pair. */
  commonRuns(old: Said, next: Said): readonly CommonRun[] {
    const ofOld = this.#runs.get(old) ?? new Map<Said, readonly CommonRun[]>();
    this.#runs.set(old, ofOld);
    const runs = ofOld.get(next) ?? commonRuns(old.words, next.words, this.#vocabulary.size);
    ofOld.set(next, runs);
    return runs;
  }

  #placesOf(said: Said): Places {
    if (this.#last?.said !== said) this.#last = { said, places: placesOf(said.words, this.#vocabulary.size) };
    return this.#last.places;
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
