/** The languages of the interface. A story keeps its own, whichever of these surrounds it. */
export const languages = ["en", "de", "ar"] as const;

/** A primary language subtag of BCP 47. */
export type Language = (typeof languages)[number];

/** The query parameter that asks for a page in a language, whatever the browser prefers. */
export const languageParameter = "lang";

/** Which way an interface in this language runs. */
export const directionOf = (language: Language): "ltr" | "rtl" => (language === "ar" ? "rtl" : "ltr");

/** Whether this is one of ours. */
export const isLanguage = (tag: unknown): tag is Language => languages.some((language) => language === tag);

/**
 * The language to speak to somebody with these preferences: the first of them
 * that is ours, whatever its region (`de-AT` is `de`); English where none is.
 *
 * @param preferences BCP 47 tags, the most wanted first
 */
export function languageFor(preferences: readonly string[]): Language {
  for (const preference of preferences) {
    const language = preference.split("-", 1)[0]?.toLowerCase();
    if (isLanguage(language)) return language;
  }
  return "en";
}

/** The languages whose reporting words the engine knows. In any other it marks what is quoted, and names nobody. */
export const attributedLanguages = ["en", "fr", "de", "es"] as const;

/**
 * Whether Verbatim says who speaks in stories of a language. Where it does not, no speaker is missing from the story.
 *
 * @param tag BCP 47, such as `Article.inLanguage`
 */
export function isAttributed(tag: string): boolean {
  const language = tag.split("-", 1)[0]?.toLowerCase();
  return attributedLanguages.some((known) => known === language);
}
