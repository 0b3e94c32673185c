import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readStory } from "#newsroom/formats/read-story.ts";
import { attributeBlocks } from "#newsroom/reading/attribute-blocks.ts";
import type { Story } from "#newsroom/story.ts";
import { samples } from "#samples/samples.ts";

const read = (path: string): Story =>
  readStory({ format: "markdown", text: readFileSync(path, "utf8"), source: path, lang: null });

/** `d3 | Jean Pilling | My mother learned …`: kind and statement, speaker, words with their segments parted by ¶. */
function expected(path: string): readonly string[] {
  const file = join(import.meta.dirname, "expected", basename(path, ".md").concat(".txt"));
  return readFileSync(file, "utf8").trimEnd().split("\n");
}

function found({ blocks, lang }: Story): readonly string[] {
  const { quotations, speakers } = attributeBlocks(
    blocks.map((block, index) => ({ ...block, id: `b${index + 1}` })),
    lang,
  );
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  const statements = [...new Set(quotations.map(({ statement }) => statement))];
  return quotations.map(({ kind, statement, speaker, text }) => {
    const who = speaker === null ? "?" : names.get(speaker);
    return `${kind[0]}${statements.indexOf(statement) + 1} | ${who} | ${text.replaceAll("\n", " ¶ ")}`;
  });
}

describe.each(samples.map((path) => ({ name: basename(path), path })))("$name", ({ path }) => {
  const story = read(path);

  it("has its quotations found, each with its speaker", () => {
    expect(found(story)).toEqual(expected(path));
  });

  it("says all that a page shows: fields, and a picture with words for those who do not see it", () => {
    const { headline, description, datePublished, author, publisher, slug, picture } = story;
    expect([headline, description, datePublished, author, publisher, slug]).not.toContain(null);
    expect(Object.values(picture)).not.toContain(null);
  });

  it("has a drawing without text that renders at 3:2", async () => {
    const file = join(dirname(path), story.picture.src ?? "");
    const { width, height } = await sharp(file).png().metadata();
    expect(width / height).toBeCloseTo(3 / 2);
    expect(readFileSync(file, "utf8")).not.toContain("<text");
  });

  it("is set with real marks, and says whether it is fiction", () => {
    const text = story.blocks.map((block) => block.text).join("\n");
    expect(text).not.toMatch(/["'`]|--|\.\.\./);
    expect(story.blocks.at(-1)?.text).toMatch(/invented|fiction|this one happened/);
  });
});

describe("the samples together", () => {
  it("come newest first, and the first is a long read of many voices", () => {
    const dates = samples.map((path) => read(path).datePublished ?? "");
    expect(dates).toEqual(dates.toSorted().reverse());
    const [long = ""] = samples;
    const words = read(long).blocks.flatMap((block) => block.text.split(/\s+/));
    expect(words.length).toBeGreaterThan(2000);
    expect(new Set(expected(long).map((line) => line.split(" | ")[1])).size).toBeGreaterThanOrEqual(6);
  });
});
