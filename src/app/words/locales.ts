import { directionOf, type Language } from "#model/languages.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en, type Words } from "./en.ts";
import { tags } from "./grammar.ts";

/** The interface's language, as the page is set in it. */
export interface Locale {
  readonly language: Language;
  /** For `Intl`: the language with its region or digits. */
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
  readonly words: Words;
}

const catalogues: Readonly<Record<Language, Words>> = { en, de, ar };

const locales = new Map<Language, Locale>();

/** A language with its words; the same object each time. */
export function localeIn(language: Language): Locale {
  const locale = locales.get(language) ?? {
    language,
    tag: tags[language],
    dir: directionOf(language),
    words: catalogues[language],
  };
  locales.set(language, locale);
  return locale;
}
