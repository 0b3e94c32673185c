import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commonRuns, keptWords, placesOf } from "#text/align.ts";

/** The longest common subsequence, the slow and plain way. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    other.forEach((candidate, at) => {
      const kept = word === candidate ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
      next.push(kept);
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

const text = fc.array(fc.constantFrom("we", "will", "not", "go", "there"), { maxLength: 80 });

describe("aligning two texts", () => {
  test("counts the words kept in order as the plain way does, whatever their number", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(keptWords(placesOf(one), other)).toBe(longestCommon(one, other));
      }),
    );
  });

  test("finds runs that are in both, in order, and as many words together", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const runs = commonRuns(one, other);
        for (const { old, next, length } of runs)
          expect(one.slice(old, old + length)).toEqual(other.slice(next, next + length));
        expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(longestCommon(one, other));
        for (const [at, run] of runs.entries()) {
          const before = runs[at - 1];
          if (before === undefined) continue;
          expect(run.old).toBeGreaterThanOrEqual(before.old + before.length);
          expect(run.next).toBeGreaterThanOrEqual(before.next + before.length);
        }
      }),
    );
  });
});
