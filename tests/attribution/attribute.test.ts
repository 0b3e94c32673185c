import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attribute } from "#attribution";
import { flaws } from "#tools/scorecard/flaws.ts";
import { fuzzedStory } from "#tools/scorecard/fuzzed-story.ts";

const folder = `${import.meta.dirname}/../cases/stories`;
const real = readdirSync(folder).map((name) =>
  readFileSync(`${folder}/${name}`, "utf8").replace(/⟦[^⟧]*⟧/g, ""),
);

describe("any text at all", () => {
  test("spoiled stories get sound offsets, and the same answer twice", () => {
    for (let number = 0; number < 1000; number++) {
      const text = fuzzedStory(number, real);
      const answer = attribute(text);
      expect(flaws(text, answer), JSON.stringify(text)).toEqual([]);
      if (number % 20 === 0) expect(attribute(text)).toEqual(answer);
    }
  });

  test("so does any string", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        (text) => flaws(text, attribute(text)).length === 0,
      ),
      { numRuns: 300 },
    );
  });

  test("an empty text has neither quotations nor speakers", () => {
    expect(attribute("")).toEqual({ lang: "en", speakers: [], quotes: [] });
  });
});
