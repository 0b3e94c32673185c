import { diffArrays } from "diff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CommonRun, commonRuns, keptWords, positionsOf } from "#text/align.ts";
import { Vocabulary } from "#text/vocabulary.ts";

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

/** The words that a greedy comparison keeps, as their places in both texts. */
function greedilyKept(one: readonly string[], other: readonly string[]): readonly (readonly number[])[] {
  const kept: number[][] = [];
  let oldAt = 0;
  let nextAt = 0;
  for (const { added, removed, count } of diffArrays([...one], [...other])) {
    if (!added && !removed) for (let at = 0; at < count; at += 1) kept.push([oldAt + at, nextAt + at]);
    if (!added) oldAt += count;
    if (!removed) nextAt += count;
  }
  return kept;
}

function kept(one: readonly string[], other: readonly string[]): number {
  const vocabulary = new Vocabulary();
  const [old, next] = [vocabulary.number(one), vocabulary.number(other)];
  return keptWords(positionsOf(old, vocabulary.size), next);
}

function runsOf(one: readonly string[], other: readonly string[]): readonly CommonRun[] {
  const vocabulary = new Vocabulary();
  const [old, next] = [vocabulary.number(one), vocabulary.number(other)];
  return commonRuns(old, next, vocabulary.size);
}

const text = fc.array(fc.constantFrom("we", "will", "not", "go", "there"), { maxLength: 80 });

describe("aligning two texts", () => {
  test("counts the words kept in order as the plain way does, whatever their number", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(kept(one, other)).toBe(longestCommon(one, other));
      }),
    );
  });

  test("finds runs that are in both, in order, and as many words together", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const runs = runsOf(one, other);
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

  test("keeps the same ones of equal words as a greedy comparison", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const runs = runsOf(one, other);
        const places = runs.flatMap(({ old, next, length }) =>
          Array.from({ length }, (_, at) => [old + at, next + at]),
        );
        expect(places).toEqual(greedilyKept(one, other));
      }),
    );
  });

  test("compares texts of many thousand words by what differs", () => {
    const long = Array.from({ length: 12_000 }, (_, at) => `w${at % 5000}`);
    expect(runsOf(long, long.toSpliced(7000, 1, "other"))).toEqual([
      { old: 0, next: 0, length: 7000 },
      { old: 7001, next: 7001, length: 4999 },
    ]);
  });
});
