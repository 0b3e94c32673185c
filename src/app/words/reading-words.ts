import { use } from "react";
import { type Loading, loadOnce } from "#app/ui/lazy.ts";
import type { Language } from "#model/languages.ts";
import type { ReadingWords } from "./reading-en.ts";
import { useLocale } from "./words.ts";

const catalogues: Readonly<Record<Language, Loading<ReadingWords>>> = {
  ar: loadOnce(() => import("./reading-ar.ts").then(({ readingAr }) => readingAr)),
  de: loadOnce(() => import("./reading-de.ts").then(({ readingDe }) => readingDe)),
  en: loadOnce(() => import("./reading-en.ts").then(({ readingEn }) => readingEn)),
};

/** Fetches the reading features' words in a language, once; after a failure they are asked for again. */
export const readingWordsIn = (language: Language): Promise<ReadingWords> => catalogues[language].onUse();

/** The same in a language other than the reader's; suspends until they are here, and throws where they don't come. */
export const useReadingWordsIn = (language: Language): ReadingWords => use(catalogues[language].inRender());

/** The reading features' words in the reader's language; suspends until they are here, and throws where they don't come. */
export const useReadingWords = (): ReadingWords => useReadingWordsIn(useLocale().language);
