import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readSource } from "#newsroom/reading/read-source.ts";
import { openDocument } from "#newsroom/sources/open-document.ts";
import { formatOfName } from "#newsroom/sources/source-format.ts";

const folder = join(import.meta.dirname, "received");

/** What its owner would say of a source: fields as they should be, quotations with their speakers, what must be gone. */
const Expected = z.strictObject({
  headline: z.string().optional(),
  description: z.string().optional(),
  author: z.string().optional(),
  publisher: z.string().optional(),
  datePublished: z.string().nullable().optional(),
  blocks: z.number().optional(),
  count: z.number().optional(),
  quotes: z.array(z.tuple([z.string(), z.union([z.string(), z.array(z.string())])])).optional(),
  once: z.array(z.string()).optional(),
  holds: z.array(z.string()).optional(),
  lacks: z.array(z.string()).optional(),
});
const sources = Object.entries(
  z.record(z.string(), Expected).parse(JSON.parse(readFileSync(join(folder, "expect.json"), "utf8"))),
);

/** Words without what their setting adds: marks, spaces, a last comma or full stop. */
const bare = (words: string | null): string =>
  (words ?? "")
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\s+/gu, " ")
    .replace(/[,.\s]+$/u, "");

test("there are at least 25 sources as desks receive them", () => {
  expect(sources.length).toBeGreaterThanOrEqual(25);
});

describe.each(sources)("%s", (name, expected) => {
  const read = async () => {
    const path = join(folder, name);
    const document = await openDocument(readFileSync(path), formatOfName(path));
    return readSource({ ...document, source: path, lang: null });
  };

  test("tells what it is", async () => {
    const { story } = await read();
    for (const field of ["headline", "description", "author", "publisher"] as const) {
      if (expected[field] !== undefined) expect(bare(story[field])).toBe(bare(expected[field]));
    }
    if (expected.datePublished === null) expect(story.datePublished).toBeNull();
    else expect(story.datePublished ?? "").toMatch(new RegExp(`^${expected.datePublished ?? ""}`, "u"));
  });

  test("holds its story, and nothing that came with it", async () => {
    const { story } = await read();
    const body = story.blocks.map(({ text }) => text).join("\n");
    if (expected.blocks !== undefined) expect(body.split("\n")).toHaveLength(expected.blocks);
    for (const words of expected.holds ?? []) expect(bare(body)).toContain(bare(words));
    for (const words of expected.lacks ?? []) expect(body).not.toContain(words);
  });

  test("gives each quotation, once, to who said it", async () => {
    const { quotations, speakers } = (await read()).reading;
    const said = quotations.map(({ text, speaker }) => ({
      words: bare(text),
      who: speakers.find(({ id }) => id === speaker)?.name ?? null,
    }));
    for (const [words, who] of expected.quotes ?? []) {
      const found = said.find((each) => each.words === bare(words));
      expect(found, words).toBeDefined();
      expect([who].flat()).toContain(found?.who);
    }
    if (expected.count !== undefined) expect(said).toHaveLength(expected.count);
    for (const words of expected.once ?? []) {
      expect(said.filter((each) => each.words === bare(words))).toHaveLength(1);
    }
  });
});
