import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffWords } from "#text/diff.ts";

const drawn = (old: string, next: string): string =>
  diffWords(old, next)
    .map(({ op, text }) => (op === "equal" ? text : op === "delete" ? `[-${text}-]` : `{+${text}+}`))
    .join("");

describe("the difference of two wordings", () => {
  test.each([
    ["Nobody came.", "Somebody came.", "[-Nobody-]{+Somebody+} came."],
    ["We won’t go.", "We will go.", "We [-won’t-]{+will+} go."],
    ["There were 14 cows.", "There were 41 cows.", "There were [-14-]{+41+} cows."],
    ["We keep it.", "We keep it, and paint it.", "We keep it{+, and paint it+}."],
    ["one two three", "four five three", "[-one two-]{+four five+} three"],
    ["the same", "the same", "the same"],
  ])("from “%s” to “%s”", (old, next, expected) => {
    expect(drawn(old, next)).toBe(expected);
  });

  test("holds both texts whole", () => {
    const text = fc
      .array(fc.constantFrom("we", "won’t", "go", " ", ", ", "\n", "👍"), { maxLength: 30 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (old, next) => {
        const parts = diffWords(old, next);
        const without = (op: string) =>
          parts
            .filter((part) => part.op !== op)
            .map((part) => part.text)
            .join("");
        expect(without("insert")).toBe(old);
        expect(without("delete")).toBe(next);
      }),
    );
  });
});
