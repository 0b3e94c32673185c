import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson } from "#model/wilson.ts";

const counts = fc
  .tuple(fc.nat(1_000_000), fc.nat(1_000_000))
  .map(([one, other]) => ({ yes: Math.min(one, other), count: Math.max(one, other) + 1 }));

describe("Wilson's interval", () => {
  // Worked by hand from the formula, and as published in tables of the score interval.
  test.each([
    [3, 4, 0.3006, 0.9544],
    [300, 420, 0.6693, 0.7554],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [1, 2, 0.0945, 0.9055],
    [81, 263, 0.2553, 0.3662],
  ])("of %i of %i is %f to %f", (yes, count, low, high) => {
    const interval = wilson(yes, count);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval.share).toBe(yes / count);
  });

  test("3 of 4 does not beat 300 of 420", () => {
    expect(wilson(3, 4).low).toBeLessThan(wilson(300, 420).low);
  });

  test("of no answers is everything, with no share", () => {
    expect(wilson(0, 0)).toEqual({ share: null, low: 0, high: 1 });
  });

  test("holds the share, stays within 0 and 1, and is the mirror of the other answer's", () => {
    fc.assert(
      fc.property(counts, ({ yes, count }) => {
        const { share, low, high } = wilson(yes, count);
        const mirror = wilson(count - yes, count);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(share).toBeGreaterThanOrEqual(low);
        expect(share).toBeLessThanOrEqual(high);
        expect(low).toBeCloseTo(1 - mirror.high, 9);
      }),
    );
  });

  test("narrows as answers come in", () => {
    fc.assert(
      fc.property(counts, ({ yes, count }) => {
        const few = wilson(yes, count);
        const many = wilson(yes * 10, count * 10);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});
