import { directionOf, type Language } from "#model/languages.ts";
import type { Words } from "./en.ts";
import { tags } from "./grammar.ts";

/** The interface's language, as the page is set in it. */
export interface Locale {
  readonly language: Language;
  /** For `Intl`: the language with its region or digits. */
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
  readonly words: Words;
}

const catalogues: Readonly<Record<Language, () => Promise<Words>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  de: () => import("./de.ts").then(({ de }) => de),
  ar: () => import("./ar.ts").then(({ ar }) => ar),
};

/** A locale with its words, which are fetched alone: no reader is sent another's language. */
export async function localeIn(language: Language): Promise<Locale> {
  const words = await catalogues[language]();
  return { language, tag: tags[language], dir: directionOf(language), words };
}
