import { describe, expect, it } from "vitest";
import { localeIn } from "#app/words/locales.ts";
import { readingWordsIn } from "#app/words/reading-words.ts";
import { type Language, languages } from "#model/languages.ts";

/** Names and marks that are the same in every language. */
const shared = new Set(["Verbatim", "?", "English", "Deutsch", "العربية", "Sepia", "Normal", "Motion"]);

/** Every plain message of a catalogue with its path. */
function messages(words: object, path = ""): readonly (readonly [path: string, message: string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as const]
      : typeof value === "object" && value !== null
        ? messages(value, `${path}${key}.`)
        : [],
  );
}

const everything = async (language: Language) => ({
  first: localeIn(language).words,
  later: await readingWordsIn(language),
});

describe.each(languages.filter((language) => language !== "en"))("the catalogue in %s", (language) => {
  it("says everything in its own words", async () => {
    const english = new Map(messages(await everything("en")));
    const same = messages(await everything(language)).filter(
      ([path, message]) => english.get(path) === message && !shared.has(message),
    );
    expect(same).toEqual([]);
  });
});

describe("the tally's words", () => {
  it.each([
    ["en", ["1 reader", "2 readers", "3 readers", "11 readers", "1,200 readers"]],
    ["de", ["1 Person", "2 Personen", "3 Personen", "11 Personen", "1.200 Personen"]],
    ["ar", ["قارئ واحد", "قارئان", "٣ قراء", "١١ قارئًا", "١٬٢٠٠ قارئ"]],
  ] as const)("count readers by the plural rules of %s", (language, counted) => {
    expect([1, 2, 3, 11, 1200].map(localeIn(language).words.vote.readers)).toEqual(counted);
  });

  it.each([
    ["en", "3 readers: 2 yes, 1 no"],
    ["de", "3 Personen: 2 Ja, 1 Nein"],
    ["ar", "٣ قراء: ٢ نعم، ١ لا"],
  ] as const)("tell a few in %s", (language, told) => {
    expect(localeIn(language).words.vote.few(2, 1)).toBe(told);
  });
});

describe("counting", () => {
  const counted = async (language: Language) => {
    const { times } = localeIn(language).words.voices;
    return [1, 2, 3, 11, 100].map(times);
  };

  it("takes the forms of English and German", async () => {
    expect(await counted("en")).toEqual([
      "1 quotation",
      "2 quotations",
      "3 quotations",
      "11 quotations",
      "100 quotations",
    ]);
    expect(await counted("de")).toEqual(["1 Zitat", "2 Zitate", "3 Zitate", "11 Zitate", "100 Zitate"]);
  });

  it("takes the six forms of Arabic, in Arabic digits", async () => {
    expect(await counted("ar")).toEqual([
      "اقتباس واحد",
      "اقتباسان",
      "٣ اقتباسات",
      "١١ اقتباسًا",
      "١٠٠ اقتباس",
    ]);
  });
});
