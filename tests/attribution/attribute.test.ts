import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attribute } from "#attribution";
import { flaws } from "../scorecard/check-attribution.ts";
import { fuzzedStory } from "../scorecard/fuzzed-story.ts";

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

describe("long texts", () => {
  const paragraph = `Asha Verma, the council leader, met Ilse Varga. “We go home now,” Verma said. ${"The road was wet and long. ".repeat(4)}\n\n`;
  const cost = (text: string) => {
    const start = performance.now();
    attribute(text, { lang: "en" });
    return performance.now() - start;
  };

  test("five megabytes cost no more, by the letter, than a twentieth of them", () => {
    cost(paragraph.repeat(1000));
    const small = Math.min(cost(paragraph.repeat(1250)), cost(paragraph.repeat(1250)));
    const large = cost(paragraph.repeat(25_000));
    expect(large / 20 / small).toBeLessThan(4);
  });

  test.each([
    ["openers", "“"],
    ["closers", "”"],
    ["apostrophes", "'"],
    ["capitals", "Aa "],
    ["cues", "said "],
    ["commas", "Aa, "],
    ["spaces", " "],
    ["lines", "\n"],
    ["labels", "AA: "],
    ["determiners", "the "],
    ["digits", "6'3\" "],
  ])("%s without end are read in linear time", (_, unit) => {
    cost(unit.repeat(1_000));
    const small = Math.max(1, cost(unit.repeat(4_000)));
    expect(cost(unit.repeat(32_000)) / 8 / small).toBeLessThan(6);
  });
});
