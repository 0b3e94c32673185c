import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange, type Piece } from "#app/article/ranges.ts";
import type { Block, Inline } from "#model/article.ts";
import { storyOf } from "../story.ts";

const textOf = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (piece.kind === "text" ? piece.text : "pieces" in piece ? textOf(piece.pieces) : ""))
    .join("");

/** The tree as a line: `<em>`, `{quoted}`, `‹` for a cue, `›` for a control. */
const sketch = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      switch (piece.kind) {
        case "text":
          return piece.text;
        case "inline":
          return `<${sketch(piece.pieces)}>`;
        case "words":
          return `{${sketch(piece.pieces)}}`;
        case "cue":
          return "‹";
        case "control":
          return "›";
        default:
          return "";
      }
    })
    .join("");

function arranged(source: string, emphasized: readonly string[]): string {
  const { blocks, quotations } = storyOf([source], ["A"]);
  const [block] = blocks;
  if (block === undefined) throw new Error("no block");
  const inlines = emphasized.map((words): Inline => {
    const start = block.text.indexOf(words);
    return { type: "emphasis", start, end: start + words.length, href: null };
  });
  return sketch(arrange({ ...block, inlines }, quotations));
}

describe("a block with quotations and inlines", () => {
  it.each([
    ["“[1|words]” said a", [], "‹“{words}”› said a"],
    ["“[1|some plain words]” said a", ["plain"], "‹“{some <plain> words}”› said a"],
    ["“[1|some words]” said a", ["words” said"], "‹“{some <words>}<”>›< said> a"],
    ["He “[1|left]” it", ["He “left” it"], "<He >‹<“>{<left>}<”>›< it>"],
  ])("%s", (source, emphasized, drawn) => {
    expect(arranged(source, emphasized)).toBe(drawn);
  });

  it("keeps every character, and every quotation in one piece, whatever crosses it", () => {
    const range = (length: number) =>
      fc
        .tuple(fc.nat(length), fc.nat(length))
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const { blocks, quotations } = storyOf(["One “[1|two three]” four “[1|five]” six."], ["A"]);
    const block = blocks[0] as Block;
    fc.assert(
      fc.property(fc.array(range(block.text.length), { maxLength: 4 }), (ranges) => {
        const inlines = ranges.map((one): Inline => ({ type: "emphasis", href: null, ...one }));
        const pieces = arrange({ ...block, inlines }, quotations);
        expect(textOf(pieces)).toBe(block.text);
        const drawn = wordsIn(pieces);
        expect(drawn).toEqual(quotations.map(({ text }) => text));
      }),
    );
  });
});

const wordsIn = (pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap((piece) =>
    piece.kind === "words" ? [textOf(piece.pieces)] : piece.kind === "inline" ? wordsIn(piece.pieces) : [],
  );
