import { isAttributed } from "#model/languages.ts";

/**
 * What stands in a speaker's place where nobody is named, on what is drawn in English: the story does not say who
 * speaks, or Verbatim does not attribute in its language.
 *
 * @param lang the story's, BCP 47
 */
export const unnamedIn = (lang: string): string =>
  isAttributed(lang) ? "Speaker not named" : "Not attributed";
