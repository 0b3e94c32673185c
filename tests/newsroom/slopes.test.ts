import { describe, expect, test } from "vitest";
import { readStory } from "#newsroom/formats/read-story.ts";
import type { Source } from "#newsroom/story.ts";
import { Unreadable } from "#newsroom/unreadable.ts";

type Shape = readonly [name: string, format: Source["format"], make: (length: number) => string];

/** Pieces until there are so many characters. */
const fill = (length: number, piece: string): string => piece.repeat(Math.ceil(length / piece.length));
const numbered = (length: number, line: (index: number) => string): string =>
  Array.from({ length: Math.ceil(length / line(1000).length) }, (_, index) => line(index)).join("");

const sentence = "The weir at Halden held on Monday, and nobody could say who had mended it. ";
const nested = `${"<div>".repeat(190)}Nobody could say who.${"</div>".repeat(190)}`;
const article = (words: string) => `<article><h1>The weir held</h1>${words}</article>`;

const ordinary: readonly Shape[] = [
  ["paragraphs", "text", (n) => `The weir held\n\n${fill(n, `${sentence}\n\n`)}`],
  ["one paragraph", "text", (n) => `The weir held\n\n${fill(n, sentence)}`],
  [
    "a wrapped paragraph",
    "text",
    (n) => `The weir held\n\n${fill(n, "the weir held and\nnobody could say\nwho mended it and\n")}`,
  ],
  ["quoted mail", "text", (n) => `The weir held\n\n${fill(n, "> nobody could say who had mended it\n")}`],
  ["short lines", "text", (n) => `The weir held\n\n${fill(n, "Tess Orme\n")}`],
  ["empty lines", "text", (n) => `The weir held\n\nNobody knew.${fill(n, "\n")}It was Tess.`],
  ["Markdown", "markdown", (n) => `# The weir held\n\n${fill(n, `${sentence}\n\n`)}`],
  ["quoted Markdown", "markdown", (n) => `# The weir held\n\n${fill(n, `> ${sentence}\n>\n`)}`],
  ["a list", "markdown", (n) => `# The weir held\n\n${fill(n, `- ${sentence}\n`)}`],
  [
    "a table",
    "markdown",
    (n) => `# The weir held\n\n| a | b |\n|---|---|\n${fill(n, `| ${sentence} | Halden |\n`)}`,
  ],
  [
    "links",
    "markdown",
    (n) => `# The weir held\n\n${fill(n, "The [weir](https://a.example/b) *held*, `it` did.\n\n")}`,
  ],
  [
    "front matter of many keys",
    "markdown",
    (n) => `---\n${numbered(n, (i) => `key${i}: value\n`)}---\n\n# The weir held\n\nIt did.`,
  ],
  [
    "TOML of many keys",
    "markdown",
    (n) => `+++\n${numbered(n, (i) => `key${i} = "value"\n`)}+++\n\n# The weir held\n\nIt did.`,
  ],
  ["a page", "html", (n) => article(fill(n, `<p>${sentence}</p>`))],
  ["a page without ends", "html", (n) => article(fill(n, `<p>${sentence}`))],
  ["a page of line breaks", "html", (n) => article(`<p>${fill(n, `${sentence}<br><br>`)}</p>`)],
  [
    "a page of links",
    "html",
    (n) => article(`<p>${fill(n, '<a href="https://a.example/">The weir</a> held. ')}</p>`),
  ],
  ["a page of lists", "html", (n) => article(`<ul>${fill(n, `<li>${sentence}</li>`)}</ul>`)],
  [
    "a page of pictures",
    "html",
    (n) =>
      article(
        `<p>It did.</p>${fill(n, `<figure><img src="a.jpg"><figcaption>${sentence}</figcaption></figure>`)}`,
      ),
  ],
  ["elements 190 deep", "html", (n) => `<h1>The weir held</h1>${fill(n, nested)}`],
];

const absurd: readonly Shape[] = [
  ["quotations within quotations", "markdown", (n) => fill(n, ">")],
  ["quotations apart", "markdown", (n) => fill(n, "> ")],
  ["lists within lists", "markdown", (n) => fill(n, "- ")],
  ["links that nobody closes", "markdown", (n) => fill(n, "[a](")],
  ["brackets", "markdown", (n) => fill(n, "[")],
  ["stars", "markdown", (n) => fill(n, "*a ")],
  ["lines without an empty one", "markdown", (n) => fill(n, "a b\n")],
  ["quoted lines without an empty one", "markdown", (n) => fill(n, "> a b\n")],
  ["comments that nobody closes", "markdown", (n) => fill(n, "a <!-- ")],
  ["elements without end", "html", (n) => fill(n, "<div>")],
];

/** What is shorter cannot be told from nothing. */
const tick = 10_000;

/** What reading takes of the processor in this thread, in microseconds. */
function cost(format: Source["format"], text: string): number {
  const before = process.threadCpuUsage();
  try {
    readStory({ format, text, source: null, lang: "en" });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return Math.max(tick, process.threadCpuUsage(before).user);
}

/**
 * The exponent with which cost grows from n to 4n. A busy machine makes a run dear and never cheap, so the
 * cheapest of several runs counts, and more are made while the slope looks steep: what is linear gets there, what takes
 * the square never does.
 */
function slopeOf([, format, make]: Shape, length: number): number {
  const texts = [make(length), make(4 * length)];
  cost(format, make(2 * length));
  const cheapest = texts.map(() => Number.POSITIVE_INFINITY);
  let slope = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= 6 && (round <= 2 || slope > steepest); round += 1) {
    for (const [index, text] of texts.entries()) {
      cheapest[index] = Math.min(cheapest[index] ?? 0, cost(format, text));
    }
    slope = Math.log((cheapest[1] ?? 0) / (cheapest[0] ?? 1)) / Math.log(4);
  }
  return slope;
}

/** What is linear has 1 and what takes the square 2; a busy machine's collector of garbage moves the first to 1.3. */
const steepest = 1.4;
const patience = { timeout: 120_000 };

describe("reading takes time in proportion to length", patience, () => {
  test.each(ordinary)("for %s", (...shape) => {
    const [, format, make] = shape;
    expect(() => readStory({ format, text: make(200_000), source: null, lang: "en" })).not.toThrow();
    expect(slopeOf(shape, 50_000)).toBeLessThanOrEqual(steepest);
  });
});

describe("what nobody wrote is refused in words", patience, () => {
  test.each(absurd)("as %s", (...[, format, make]) => {
    for (const length of [40_000, 1_000_000]) {
      const source: Source = { format, text: `# A\n\n${make(length)}`, source: null, lang: "en" };
      expect(() => readStory(source)).toThrow(Unreadable);
    }
  });

  test.each(absurd)("in proportion to length at most, as %s", (...shape) => {
    expect(slopeOf(shape, 100_000)).toBeLessThanOrEqual(steepest);
  });
});

describe("what people have is read", () => {
  const read = (text: string) => readStory({ format: "markdown", text, source: null, lang: "en" });

  test.each([
    ["a paragraph of 600 links", fill(600 * 25, "[weir](https://a.ex/b), ")],
    [
      "500 definitions of links",
      `The [weir][1] held.\n\n${numbered(12_000, (i) => `[${i}]: https://a.example/${i}\n`)}`,
    ],
    [
      "3,000 lines of code",
      `The weir held.\n\n\`\`\`js\n${fill(90_000, "if (a[b[0]] < c[1] * d) go();\n")}\`\`\`\n`,
    ],
    ["mail quoted ten times", `The weir held.\n\n${fill(2_000, `${"> ".repeat(10)}${sentence}\n`)}`],
    [
      "a table of 800 rows",
      `The weir held.\n\n| a | b |\n|---|---|\n${fill(24_000, "| [weir](b) | *held* |\n")}`,
    ],
    [
      "2,000 cells of HTML",
      `The weir held.\n\n<table>\n${fill(60_000, "<tr><td>Weir</td><td>1</td></tr>\n")}</table>\n`,
    ],
  ])("as %s", (_, text) => {
    expect(read(`# The weir\n\n${text}`).blocks.length).toBeGreaterThan(0);
  });
});
