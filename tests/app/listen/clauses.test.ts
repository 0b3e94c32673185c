import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clausesOf } from "#app/listen/clauses.ts";
import { secondsToSay } from "#app/listen/speaking-time.ts";

const withoutSpaces = (text: string): string => text.replace(/\s/gu, "");

describe("how long it takes to say", () => {
  it.each([
    [
      "a sentence of twenty words",
      "The harbour master said that the second ferry would leave at nine and would not wait for anybody this time.",
      6,
      10,
    ],
    ["the same number of Chinese signs as letters", "港务长说第二班渡船将在九点开出这一次不会等任何人", 4, 7],
    ["a number, which is longer than it looks", "1,250,000", 1.5, 3],
    ["nothing", "", 0, 0],
  ])("%s is guessed", (_, text, least, most) => {
    const seconds = secondsToSay(text, 1);
    expect(seconds).toBeGreaterThanOrEqual(least);
    expect(seconds).toBeLessThanOrEqual(most);
  });

  it("is half at twice the speed", () => {
    expect(secondsToSay("We waited.", 2)).toBeCloseTo(secondsToSay("We waited.", 1) / 2);
  });
});

describe("a sentence that a voice can say in one go", () => {
  const split = (text: string, longest = 4): readonly string[] => clausesOf(text, longest, 1);

  it.each([
    ["stays whole", "We waited at the gate, and nobody came.", ["We waited at the gate, and nobody came."]],
    [
      "is cut at a clause before a comma",
      "We waited at the gate, and nobody came; so we went back home again.",
      ["We waited at the gate, and nobody came;", "so we went back home again."],
    ],
    [
      "is cut at a dash",
      "The ferry leaves at nine today – and it waits for no mayor at all.",
      ["The ferry leaves at nine today –", "and it waits for no mayor at all."],
    ],
    [
      "is cut at the comma that leaves two halves",
      "In May, when the tide was low, the divers went down to the wreck again.",
      ["In May, when the tide was low,", "the divers went down to the wreck again."],
    ],
    [
      "is not cut within a number",
      "She counted 12,400 herring gulls on the roof of the old fish market",
      ["She counted 12,400 herring", "gulls on the roof of the old fish market"],
    ],
    [
      "is cut in Arabic",
      "انتظرنا عند البوابة ولم يأت أحد من الناس، فعدنا إلى البيت مرة أخرى",
      ["انتظرنا عند البوابة ولم يأت أحد من الناس،", "فعدنا إلى البيت مرة أخرى"],
    ],
    [
      "is cut in Chinese, which has no spaces",
      "我们在门口等了很久，没有人来，我们就回家去了",
      ["我们在门口等了很久，", "没有人来，我们就回家去了"],
    ],
  ])("%s", (_, text, pieces) => {
    expect(split(text)).toEqual(pieces);
  });

  it("is cut more often at a slower speed, and never at a faster one", () => {
    const text = "We waited at the gate, and nobody came; so we went back home again.";
    expect(clausesOf(text, 4, 0.5).length).toBeGreaterThan(2);
    expect(clausesOf(text, 4, 2)).toEqual([text]);
  });

  it("is the sentence, whatever it is made of, and no piece is longer or blank", () => {
    const letters = fc.string({ unit: "grapheme", maxLength: 400 });
    const words = fc
      .array(
        fc.constantFrom("we", "stay,", "here;", "for", "1,000", "years —", "„nie“,", "等，", "\u00a0", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
        {
          maxLength: 80,
        },
      )
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.oneof(letters, words), fc.integer({ min: 4, max: 12 }), (text, longest) => {
        const pieces = clausesOf(text, longest, 1);
        expect(withoutSpaces(pieces.join(""))).toBe(withoutSpaces(text));
        for (const piece of pieces) {
          expect(piece.trim()).not.toBe("");
          expect(secondsToSay(piece, 1)).toBeLessThanOrEqual(longest);
        }
      }),
    );
  });

  it("is found in time that grows with its length alone", () => {
    const pieces = clausesOf("word ".repeat(40_000), 12, 1);
    expect(pieces.length).toBeGreaterThan(1_000);
  });
});
