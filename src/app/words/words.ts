import { createContext, use } from "react";
import type { Words } from "./en.ts";
import type { Locale } from "./locales.ts";

export const LocaleContext = createContext<Locale | null>(null);

/** The locale around; nothing of the reader is drawn outside one. */
export function useLocale(): Locale {
  const locale = use(LocaleContext);
  if (locale === null) throw new Error("the page is drawn without a language");
  return locale;
}

/** The interface's words in the reader's language. */
export const useWords = (): Words => useLocale().words;
