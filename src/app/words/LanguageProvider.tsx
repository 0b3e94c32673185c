import { type ReactNode, useEffect, useState } from "react";
import type { Language } from "#model/languages.ts";
import { localeIn } from "./locales.ts";
import { LocaleContext } from "./words.ts";

const listeners = new Set<(language: Language) => void>();

/** Speaks to the reader in another language from now on, on the page that is open. */
export function speak(language: Language): void {
  const { dir } = localeIn(language);
  Object.assign(document.documentElement, { lang: language, dir });
  for (const listener of listeners) listener(language);
}

/** The language of all that it holds; at first the one that the page was drawn in. */
export function LanguageProvider({
  initial,
  children,
}: {
  readonly initial: Language;
  readonly children: ReactNode;
}) {
  const [language, setLanguage] = useState(initial);
  useEffect(() => {
    listeners.add(setLanguage);
    return () => void listeners.delete(setLanguage);
  }, []);
  return <LocaleContext value={localeIn(language)}>{children}</LocaleContext>;
}
