import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { percentOfYes } from "#model/vote.ts";

describe("the share of yes", () => {
  test.each([
    [0, 0],
    [1, 0],
    [9, 0],
    [4, 5],
  ])("is not told of %i yes and %i no", (yes, no) => {
    expect(percentOfYes({ yes, no })).toBeNull();
  });

  test.each([
    [10, 0, 100],
    [0, 10, 0],
    [5, 3 + 2, 50],
    [10, 6, 63],
    [299, 1, 99],
    [1, 299, 1],
  ])("of %i yes and %i no is %i per cent", (yes, no, percent) => {
    expect(percentOfYes({ yes, no })).toBe(percent);
  });

  test("is everybody or nobody only where it is", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (yes, no) => {
        const percent = percentOfYes({ yes, no });
        if (percent === null) return;
        expect(percent === 100).toBe(no === 0);
        expect(percent === 0).toBe(yes === 0);
      }),
    );
  });
});
