import { use } from "react";
import type { ReadingWords } from "./reading-en.ts";
import { useLocale } from "./words.ts";

const catalogues: Readonly<Record<string, () => Promise<ReadingWords>>> = {
  en: () => import("./reading-en.ts").then(({ readingEn }) => readingEn),
};

const fetched = new Map<string, Promise<ReadingWords>>();

/** The reading features' words in a language of the interface, fetched once; English where there are none. */
export function readingWordsIn(tag: string): Promise<ReadingWords> {
  const known = fetched.get(tag);
  if (known !== undefined) return known;
  const words = (catalogues[tag] ?? catalogues.en ?? absent)();
  fetched.set(tag, words);
  return words;
}

function absent(): never {
  throw new Error("there is no English catalogue");
}

/** The reading features' words in the reader's language; suspends until they are here. */
export const useReadingWords = (): ReadingWords => use(readingWordsIn(useLocale().tag));
