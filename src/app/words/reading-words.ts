import { use } from "react";
import type { Language } from "#model/languages.ts";
import type { ReadingWords } from "./reading-en.ts";
import { useLocale } from "./words.ts";

const catalogues: Readonly<Record<Language, () => Promise<ReadingWords>>> = {
  ar: () => import("./reading-ar.ts").then(({ readingAr }) => readingAr),
  de: () => import("./reading-de.ts").then(({ readingDe }) => readingDe),
  en: () => import("./reading-en.ts").then(({ readingEn }) => readingEn),
};

const fetched = new Map<Language, Promise<ReadingWords>>();

/** The reading features' words in a language, fetched once; after a failure they are asked for again. */
export function readingWordsIn(language: Language): Promise<ReadingWords> {
  const known = fetched.get(language);
  if (known !== undefined) return known;
  const words = catalogues[language]();
  fetched.set(language, words);
  words.catch(() => fetched.delete(language));
  return words;
}

/** The reading features' words in the reader's language; suspends until they are here, and throws where they don't come. */
export const useReadingWords = (): ReadingWords => use(readingWordsIn(useLocale().language));
