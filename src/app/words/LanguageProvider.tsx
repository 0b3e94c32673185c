import { type ReactNode, startTransition, useEffect, useState } from "react";
import type { Language } from "#model/languages.ts";
import { type Locale, localeIn } from "./locales.ts";
import { LocaleContext } from "./words.ts";

const listeners = new Set<(locale: Locale) => void>();
let spoken: Locale | null = null;

/** Speaks to the reader in another language from now on, on the page that is open. */
export async function speak(language: Language): Promise<void> {
  const locale = await localeIn(language);
  document.documentElement.lang = locale.language;
  document.documentElement.dir = locale.dir;
  spoken = locale;
  for (const listener of listeners) listener(locale);
}

/** The language of all that it holds: at first the one that the page was drawn in. */
export function LanguageProvider({
  drawn,
  children,
}: {
  readonly drawn: Locale;
  readonly children: ReactNode;
}) {
  const [locale, setLocale] = useState(drawn);
  useEffect(() => {
    const hear = (next: Locale): void => startTransition(() => setLocale(next));
    // Chosen while the page was still being taken over.
    if (spoken !== null) hear(spoken);
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, []);
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}
