import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { attribute } from "#attribution";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** This process's own time for one reading, in microseconds: other work on the machine does not count. */
function cost(text: string): number {
  const start = process.cpuUsage();
  attribute(text, { lang: "en" });
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/**
 * How many times more a piece costs in a text of many of them than in a text of few. Both are read up to three
 * times, by turns, until that is below a bound, and the best counts: what disturbs the machine disturbs both,
 * and no spell lasts for all.
 */
function growth(
  textOf: (pieces: number, turn: number) => string,
  few: number,
  many: number,
  bound: number,
): number {
  cost(textOf(few, 0));
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const turn of [1, 2, 3]) {
    // What takes less than a millisecond is too short to be told from nothing.
    small = Math.min(small, Math.max(1_000, cost(textOf(few, turn))));
    large = Math.min(large, cost(textOf(many, turn)));
    if (large / many / (small / few) < bound) break;
  }
  return large / many / (small / few);
}

describe("a long story", () => {
  const paragraph = `Asha Verma, the council leader, met Ilse Varga. “We go home now,” Verma said. ${"The road was wet and long. ".repeat(4)}\n\n`;

  test("of five megabytes costs no more, by the letter, than a twentieth of it", () => {
    expect(growth((paragraphs) => paragraph.repeat(paragraphs), 1_250, 25_000, 4)).toBeLessThan(4);
  });

  test("of ever new words costs no more, by the letter, than a tenth of it", () => {
    const story = (paragraphs: number, turn: number) =>
      Array.from(
        { length: paragraphs },
        (_, number) => `Then Wren${turn}x${number} met Odd${turn}x${number}son.`,
      ).join("\n\n");
    expect(growth(story, 4_000, 40_000, 4)).toBeLessThan(4);
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
    ["paragraphs without marks", "Aa.\n\n"],
    ["labels", "AA: "],
    ["determiners", "the "],
    ["digits", "6'3\" "],
    ["pronouns", "She left. "],
    ["roles", "the minister said, "],
    ["quotations", "“No,” "],
  ])("of %s without end is read in linear time", (_, unit) => {
    expect(growth((units) => unit.repeat(units), 4_000, 32_000, 6)).toBeLessThan(6);
  });
});

test("ten thousand articles, each with names of its own, leave no more in memory than two thousand", () => {
  const heapAfter = (from: number, to: number) => {
    for (let number = from; number < to; number++) {
      const name = `Quill${number} Marlowe${number}son-and-daughters`;
      const guests = Array.from({ length: 20 }, (_, guest) => `Guest${number}of${guest}`).join(", ");
      attribute(`On Monday ${name}, a baker, met ${guests}. “Word ${number} is new,” ${name} said.`);
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const early = heapAfter(0, 2_000);
  const late = heapAfter(2_000, 10_000);
  expect((late - early) / 1e6).toBeLessThan(10);
});
