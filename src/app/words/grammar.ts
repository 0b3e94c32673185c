import { type LocalizedStringDictionary, LocalizedStringFormatter } from "@internationalized/string";
import type { Language } from "#model/languages.ts";

/**
 * The languages as BCP 47 tags, with what dates and numbers need to know: the
 * region; the digits, where there are two kinds and a server might choose
 * others than a browser.
 */
export const tags: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-DE", ar: "ar-u-nu-arab" };

/** The forms that a noun takes after a number, by CLDR's plural categories; `#` is the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The library can look messages up by key, which a catalogue of functions never asks of it. */
const noStrings = {} as LocalizedStringDictionary<string, string>;

/**
 * How one language counts and writes numbers, for its catalogue to build on.
 * A catalogue is typed functions rather than keys and patterns: a message that
 * lacks a translation, or an argument, does not compile.
 */
export class Grammar extends LocalizedStringFormatter {
  constructor(language: Language) {
    super(tags[language], noStrings);
  }

  /** A number in the language's digits and grouping. */
  override number(value: number): string {
    return super.number(value);
  }

  /** A number with what it counts: “1 quotation”, “3 quotations”. */
  count(value: number, forms: Forms): string {
    return this.plural(value, forms).replace("#", this.number(value));
  }
}
