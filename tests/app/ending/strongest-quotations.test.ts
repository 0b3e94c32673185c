import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strongestQuotations } from "#app/ending/strongest-quotations.ts";
import type { Article, Quotation } from "#model/article.ts";
import { storyOf } from "../story.ts";

const names = ["Ada Thorne", "Bilal Osei", "Cora Venn", "Dov Arlen"];
const said = (count: number, word = "word"): string => Array.from({ length: count }, () => word).join(" ");

/** A story in which quotations differ from the engine's usual ones by what a test says. */
function story(
  paragraphs: readonly string[],
  changes: Readonly<Record<number, Partial<Quotation>>> = {},
): Article {
  const plain = storyOf(paragraphs, names);
  return {
    ...plain,
    quotations: plain.quotations.map((quotation, index) => ({ ...quotation, ...changes[index + 1] })),
  };
}
const chosen = (article: Article): readonly string[] =>
  strongestQuotations(article).map(({ quotation }) => quotation.id);

describe("the strongest quotations", () => {
  it("are one of each voice, three at most, in the order of the story", () => {
    const paragraphs = [
      `“[1|${said(10)}]” “[1|${said(12)}]”`,
      `“[2|${said(9)}]”`,
      `“[3|${said(30)}]”`,
      `“[4|${said(20)}]”`,
    ];
    expect(chosen(story(paragraphs))).toEqual(["quote2", "quote4", "quote5"]);
  });

  it("are neither too short to say anything nor too long for a glance", () => {
    expect(chosen(story([`“[1|${said(7)}]”`, `“[2|${said(46)}]”`]))).toEqual([]);
    expect(chosen(story([`“[1|${said(8)}]”`, `“[2|${said(45)}]”`]))).toEqual(["quote1", "quote2"]);
  });

  it("are whole utterances before fragments, however long", () => {
    const paragraphs = [`“[1|${said(40)}]”`, `“[1|${said(9)}]”`];
    expect(chosen(story(paragraphs, { 1: { kind: "mixed" } }))).toEqual(["quote2"]);
    expect(chosen(story([`“[1|${said(40)}]”`], { 1: { kind: "mixed" } }))).toEqual(["quote1"]);
  });

  it("are nobody's of whom it is not sure that they said it, unless an editor is", () => {
    const unsure = { confidence: 0.4 };
    const paragraphs = [`“[1|${said(20)}]”`, `“[2|${said(20)}]”`, `“[0|${said(20)}]”`];
    expect(chosen(story(paragraphs, { 1: unsure, 2: { ...unsure, attributedBy: "editor" } }))).toEqual([
      "quote2",
    ]);
  });

  it("are whole statements, which are counted as one", () => {
    const paragraphs = [`“[1|${said(5, "one")},]” she said. “[1|${said(5, "two")}.]”`];
    const article = story(paragraphs, { 2: { statement: 1 } });
    const [strongest] = strongestQuotations(article);
    expect(strongest?.quotation.id).toBe("quote1");
    expect(strongest?.text).toContain("one");
    expect(strongest?.text).toContain("two");
  });

  it("are anybody's in a story that names nobody", () => {
    expect(chosen(story([`“[0|${said(10)}]” “[0|${said(12)}]” “[0|${said(9)}]” “[0|${said(11)}]”`]))).toEqual(
      ["quote1", "quote2", "quote4"],
    );
  });

  it("are none in a story without quotations", () => {
    expect(chosen(story(["Nobody said anything."]))).toEqual([]);
  });

  it("are, whatever is said, three at most, of different voices, and in order", () => {
    const spoken = fc.record({
      speaker: fc.integer({ min: 0, max: 4 }),
      words: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(spoken, { maxLength: 12 }), (all) => {
        const article = story(all.map(({ speaker, words }) => `“[${speaker}|${said(words)}]”`));
        const strongest = strongestQuotations(article).map(({ quotation }) => quotation);
        expect(strongest.length).toBeLessThanOrEqual(3);
        expect(article.quotations.filter((one) => strongest.includes(one))).toEqual(strongest);
        const speakers = strongest.flatMap(({ speaker }) => speaker ?? []);
        expect(new Set(speakers).size).toBe(speakers.length);
        if (article.quotations.some(({ speaker }) => speaker !== null))
          expect(speakers).toHaveLength(strongest.length);
      }),
    );
  });
});
