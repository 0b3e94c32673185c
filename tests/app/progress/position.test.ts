import { afterEach, describe, expect, it } from "vitest";
import { findPosition, isMidway, positionAt, storedPosition, storePosition } from "#app/progress/position.ts";
import type { Block } from "#model/article.ts";

const block = (id: string, text: string): Block => ({
  id,
  type: "paragraph",
  text,
  inlines: [],
  level: null,
  ordered: null,
});
const blocks = [
  "One came.",
  "Two left.",
  "Three stayed.",
  "Four sang.",
  "Five wept.",
  "Six slept.",
  "Seven woke.",
].map((text, index) => block(`b${index + 1}`, text));
const [, , , fourth] = blocks as [Block, Block, Block, Block];

afterEach(() => localStorage.clear());

describe("a position in a story", () => {
  it("is found again by its words when an edit has moved it", () => {
    const moved = [block("b1", "A new first one."), ...blocks.map(({ id, text }) => block(`${id}x`, text))];
    expect(findPosition({ blocks: moved }, positionAt(fourth, 0))?.id).toBe("b4x");
    expect(findPosition({ blocks }, positionAt(fourth, 0))).toBe(fourth);
  });

  it("is nowhere when an edit took its paragraph out", () => {
    expect(
      findPosition({ blocks: blocks.filter(({ id }) => id !== "b4") }, positionAt(fourth, 0)),
    ).toBeNull();
  });

  it("is worth offering neither at the beginning nor at the end", () => {
    expect(blocks.filter((each) => isMidway({ blocks }, each)).map(({ id }) => id)).toEqual(["b4", "b5"]);
  });
});

describe("stored positions", () => {
  it("are a story's own, and can be forgotten", () => {
    storePosition("a", positionAt(fourth, 1));
    expect(storedPosition("a")?.block).toBe("b4");
    expect(storedPosition("b")).toBeNull();
    storePosition("a", null);
    expect(storedPosition("a")).toBeNull();
  });

  it.each(["constructor", "__proto__"])("are kept for a story whose slug is %s", (slug) => {
    expect(storedPosition(slug)).toBeNull();
    storePosition(slug, positionAt(fourth, 1));
    expect(storedPosition(slug)?.block).toBe("b4");
    expect(storedPosition("a")).toBeNull();
  });

  it("of long ago make room for new ones", () => {
    for (let story = 0; story < 70; story++) storePosition(`story-${story}`, positionAt(fourth, story));
    expect(storedPosition("story-0")).toBeNull();
    expect(storedPosition("story-69")).not.toBeNull();
  });

  it.each(["nonsense", "null", '{"a":7}', '{"a":{"block":1}}'])("survive a broken storage: %s", (broken) => {
    localStorage.setItem("verbatim:places", broken);
    expect(storedPosition("a")).toBeNull();
  });
});
