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

describe("a long story", () => {
  const paragraph = `Asha Verma, the council leader, met Ilse Varga. “We go home now,” Verma said. ${"The road was wet and long. ".repeat(4)}\n\n`;

  test("of five megabytes costs no more, by the letter, than a twentieth of it", () => {
    cost(paragraph.repeat(1000));
    const small = Math.min(cost(paragraph.repeat(1250)), cost(paragraph.repeat(1250)));
    const large = cost(paragraph.repeat(25_000));
    expect(large / 20 / small).toBeLessThan(4);
  });

  test("of ever new words costs no more, by the letter, than a tenth of it", () => {
    const story = (paragraphs: number) =>
      Array.from({ length: paragraphs }, (_, number) => `Then Wren${number} met Odd${number}son.`).join(
        "\n\n",
      );
    cost(story(2_000));
    const small = Math.min(cost(story(4_000)), cost(story(4_000)));
    expect(cost(story(40_000)) / 10 / small).toBeLessThan(4);
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
    cost(unit.repeat(1_000));
    const small = Math.max(1000, cost(unit.repeat(4_000)));
    expect(cost(unit.repeat(32_000)) / 8 / small).toBeLessThan(6);
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
