import { afterEach, describe, expect, it } from "vitest";
import { findPlace, isMidway, keepPlace, keptPlace, placeAt } from "#app/progress/place.ts";
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

describe("a place in a story", () => {
  it("is found again by its words when an edit has moved it", () => {
    const moved = [block("b1", "A new first one."), ...blocks.map(({ id, text }) => block(`${id}x`, text))];
    expect(findPlace({ blocks: moved }, placeAt(fourth, 0))?.id).toBe("b4x");
    expect(findPlace({ blocks }, placeAt(fourth, 0))).toBe(fourth);
  });

  it("is nowhere when an edit took its paragraph out", () => {
    expect(findPlace({ blocks: blocks.filter(({ id }) => id !== "b4") }, placeAt(fourth, 0))).toBeNull();
  });

  it("is worth offering neither at the beginning nor at the end", () => {
    expect(blocks.filter((each) => isMidway({ blocks }, each)).map(({ id }) => id)).toEqual(["b4", "b5"]);
  });
});

describe("kept places", () => {
  it("are a story's own, and can be forgotten", () => {
    keepPlace(localStorage, "a", placeAt(fourth, 1));
    expect(keptPlace(localStorage, "a")?.block).toBe("b4");
    expect(keptPlace(localStorage, "b")).toBeNull();
    keepPlace(localStorage, "a", null);
    expect(keptPlace(localStorage, "a")).toBeNull();
  });

  it("of long ago make room for new ones", () => {
    for (let story = 0; story < 70; story++)
      keepPlace(localStorage, `story-${story}`, placeAt(fourth, story));
    expect(keptPlace(localStorage, "story-0")).toBeNull();
    expect(keptPlace(localStorage, "story-69")).not.toBeNull();
  });

  it.each(["nonsense", "null", '{"a":7}', '{"a":{"block":1}}'])("survive a broken storage: %s", (broken) => {
    localStorage.setItem("verbatim:places", broken);
    expect(keptPlace(localStorage, "a")).toBeNull();
  });
});
