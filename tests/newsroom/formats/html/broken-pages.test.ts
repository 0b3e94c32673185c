import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStory } from "#newsroom/formats/read-story.ts";
import type { Story } from "#newsroom/story.ts";
import { Unreadable } from "#newsroom/unreadable.ts";

const folder = join(import.meta.dirname, "../../pages");
const pages = readdirSync(folder)
  .filter((name) => name.endsWith(".html"))
  .map((name) => readFileSync(join(folder, name), "utf8"));

const readPage = (text: string): Story | Unreadable => {
  try {
    return readStory({ format: "html", text, source: null, lang: null });
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
};

/** A page with pieces taken out, doubled, or put in from another page, wherever they happen to be. */
const broken = fc
  .record({
    page: fc.constantFrom(...pages),
    other: fc.constantFrom(...pages),
    cuts: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(400),
        how: fc.constantFrom("drop", "double", "borrow"),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ page, other, cuts }) =>
    cuts.reduce((text, { at, length, how }) => {
      const start = Math.floor(at * text.length);
      const piece = (how === "borrow" ? other : text).slice(start, start + length);
      const rest = text.slice(how === "drop" ? start + length : start);
      return `${text.slice(0, start)}${how === "drop" ? "" : piece}${rest}`;
    }, page),
  );

describe("a broken page", () => {
  test("is a story with sound marks, or is refused with a reason, and never breaks the reader", () => {
    fc.assert(
      fc.property(broken, (text) => {
        const story = readPage(text);
        if (story instanceof Unreadable) {
          expect(story.message).toMatch(/^\S.*\S$/);
          return;
        }
        for (const block of story.blocks) {
          expect(block.text).toBe(block.text.trim());
          for (const { start, end, href } of block.inlines) {
            expect(start).toBeLessThan(end);
            expect(block.text.slice(start, end)).toHaveLength(end - start);
            if (href !== null) expect(href).toMatch(/^(?:https?|mailto):/);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ["a table in a table's place", "<table><table><tr><p>The pier is open again, and stays so.</table>"],
    ["an end without a beginning", "</html></body><p>The pier is open again, and will stay so.</p>"],
    ["nothing but a doctype", "<!doctype html>"],
    ["a comment that never ends", "<h1>Pier</h1><p>The pier is open.</p><!-- and"],
  ])("with %s", (_, text) => {
    expect(() => readPage(text)).not.toThrow();
  });

  test("that nests deeply is read all the same", () => {
    const words = "The pier is open again, and will stay so. ".repeat(4_000);
    const story = readPage(
      `<h1>Deep</h1>${"<div>".repeat(150)}<p>${words}</p><p>${words}</p>${"</div>".repeat(150)}`,
    );
    expect(story).toMatchObject({
      headline: "Deep",
      blocks: [{ text: words.trim() }, { text: words.trim() }],
    });
  });
});
