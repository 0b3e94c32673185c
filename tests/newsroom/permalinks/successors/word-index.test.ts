import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WordIndex } from "#newsroom/permalinks/successors/word-index.ts";
import { Wordings } from "#newsroom/permalinks/successors/wordings.ts";
import { words } from "#text/words.ts";

const text = fc
  .array(fc.constantFrom("we", "will", "not", "go", "there", "ferry", "winter", "14"), { maxLength: 12 })
  .map((parts) => parts.join(" "));

/** How many words two texts share, each as often as both have it: the slow and plain way. */
function shared(one: string, other: string): number {
  const left = [...words(other)];
  return words(one).filter((word) => {
    const at = left.indexOf(word);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
}

describe("the index of words", () => {
  test("misses no text that shares enough words", () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 60 }), fc.nat(8), (one, texts, least) => {
        const wordings = new Wordings();
        const index = new WordIndex(texts.map((other) => wordings.wordsOf(other)));
        const found = new Set(index.sharing(wordings.wordsOf(one), least));
        const missed = texts.filter((other, at) => shared(one, other) >= least && !found.has(at));
        expect(missed).toEqual([]);
      }),
    );
  });

  test("leaves out texts that share only the words that everybody uses", () => {
    const wordings = new Wordings();
    const texts = Array.from(
      { length: 100 },
      (_, at) => `the harbour master of the town saw boat${at} leave`,
    );
    const index = new WordIndex(texts.map((other) => wordings.wordsOf(other)));
    expect(index.sharing(wordings.wordsOf("the mayor of the town likes boat7"), 4)).toContain(7);
    expect(index.sharing(wordings.wordsOf("the ferry stays in winter"), 3)).toEqual([]);
  });
});
