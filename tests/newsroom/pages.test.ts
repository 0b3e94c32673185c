import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { wordsOf } from "#newsroom/reading/attribute-blocks.ts";
import { outline, readPage } from "./read-page.ts";

const folder = join(import.meta.dirname, "pages");
const pages = readdirSync(folder).filter((name) => !name.endsWith(".json"));

test("there are at least 25 saved pages", () => {
  expect(pages.length).toBeGreaterThanOrEqual(25);
});

describe.each(pages)("%s", (name) => {
  const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  const page = readPage(join(folder, name));
  const { quotations, ...told } = outline(page);

  test("gives its headline, fields, blocks and marks", () => {
    const { quotations: _, ...fields } = expected;
    expect(told).toEqual(fields);
  });

  test("gives its quotations, exact to the character", () => {
    // The engine may learn to hear more; what is written down must not get lost or change.
    expect(quotations.filter((text) => expected.quotations.includes(text))).toEqual(expected.quotations);
    for (const { text, segments } of page.reading.quotations) {
      expect(wordsOf(page.story.blocks, segments)).toBe(text);
    }
  });

  test("leads only where a reader may follow", () => {
    const hrefs = page.story.blocks.flatMap(({ inlines }) => inlines.flatMap(({ href }) => href ?? []));
    for (const href of hrefs) expect(href).toMatch(/^(?:https?|mailto):/);
  });
});
