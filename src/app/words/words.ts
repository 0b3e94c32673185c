import { createContext, use } from "react";
import { en } from "./en.ts";

/** Every word of the interface, in one language. */
export type Words = typeof en;

/** The interface's language and its words. */
export interface Locale {
  /** BCP 47. */
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
  readonly words: Words;
}

export const english: Locale = { tag: "en", dir: "ltr", words: en };

export const LocaleContext = createContext<Locale>(english);

export const useLocale = (): Locale => use(LocaleContext);

/** The interface's words in the reader's language. */
export const useWords = (): Words => useLocale().words;
