import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "#text/fold.ts";

const settings: readonly (readonly [string, ...string[]])[] = [
  ["We won't move.", "We won’t move.", "We won´t move", "We won`t move,"],
  ["He said “no,” twice", "He said ‘no,’ twice", "He said ‘no’, twice", 'He said "no", twice.'],
  ["the plan—late as ever—failed", "the plan – late as ever – failed", "the plan -- late as ever -- failed"],
  ["from 2010-2012", "from 2010–2012", "from 2010‑2012"],
  ["Wait... what?", "Wait… what?", "Wait . . . what?", "Wait…what?"],
  ["I never…", "I never...", "I never. . ."],
  ["ten thousand people", "ten thousand  people", " ten\u00a0thousand\npeople ", "ten thou\u00adsand people"],
  ["Il a dit « non » hier !", "Il a dit «\u00a0non\u00a0» hier\u202f!", "Il a dit “non” hier!"],
  ["the ‘class of 99’ met", "the “class of 99” met"],
  ["Café", "Cafe\u0301"],
  ["Agreed, then.", "Agreed, then,", "Agreed, then"],
  ["``Agreed,'' he wrote", "“Agreed”, he wrote"],
];

const different: readonly (readonly [string, string])[] = [
  ["Nobody came", "Somebody came"],
  ["We won't go", "We will go"],
  ["We wont go", "We won't go"],
  ["14 people", "41 people"],
  ["It was 6' tall", 'It was 6" tall'],
  ["I resent it", "I re-sent it"],
  ["they can not", "they cannot"],
  ["March", "march"],
  ["Is it over?", "Is it over"],
  ["It is over!", "It is over."],
  ["Let's eat, Grandma", "Let's eat Grandma"],
  ["No. More", "No more"],
  ["He is a “friend”", "He is a friend"],
  ["x²", "x2"],
  ["1,000", "1.000"],
  ["It cost 5", "It cost -5"],
  ["naʼu", "na’u"],
];

describe("fold", () => {
  test.each(settings)("takes every setting of “%s” for the same words", (first, ...others) => {
    for (const other of others) expect(fold(other)).toBe(fold(first));
  });

  test.each(different)("keeps “%s” apart from “%s”", (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test("changes nothing the second time", () => {
    const typography = fc.constantFrom(...`'"‘’“”«» .,…-–—!?\n\u00a0′″69abA`);
    fc.assert(
      fc.property(fc.string({ unit: typography, maxLength: 40 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("never touches a letter or a digit", () => {
    const lettersOf = (text: string) =>
      text
        .normalize("NFC")
        .match(/[\p{L}\p{N}]/gu)
        ?.join("") ?? "";
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        expect(lettersOf(fold(text))).toBe(lettersOf(text));
      }),
    );
  });
});
