import { use } from "react";
import type { ReadingWords } from "./reading-en.ts";
import { useLocale } from "./words.ts";

const catalogues: Readonly<Record<string, () => Promise<ReadingWords>>> = {
  ar: () => import("./reading-ar.ts").then(({ readingAr }) => readingAr),
  de: () => import("./reading-de.ts").then(({ readingDe }) => readingDe),
  en: () => import("./reading-en.ts").then(({ readingEn }) => readingEn),
};

const fetched = new Map<string, Promise<ReadingWords>>();

/**
 * The reading features' words in a language, fetched once; English where there are none.
 *
 * @param tag BCP 47
 */
export function readingWordsIn(tag: string): Promise<ReadingWords> {
  const language = tag.split("-")[0] ?? "en";
  const known = fetched.get(language);
  if (known !== undefined) return known;
  const words = (catalogues[language] ?? catalogues.en ?? absent)();
  fetched.set(language, words);
  return words;
}

function absent(): never {
  throw new Error("there is no English catalogue");
}

/** The reading features' words in the reader's language; suspends until they are here. */
export const useReadingWords = (): ReadingWords => use(readingWordsIn(useLocale().tag));
