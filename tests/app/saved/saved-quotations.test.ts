import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { savedQuotations } from "#app/saved/saved-quotations.ts";
import { writeStored } from "#app/storage.ts";
import { savedOn, storeSaved } from "./saved.ts";

afterEach(() => {
  vi.restoreAllMocks();
  writeStored("verbatim:saved", null);
});

const days = () => savedQuotations.all().map(({ id }) => id);

describe("what a reader keeps", () => {
  it("stands newest first, each once, until it is removed", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean())), (steps) => {
        storeSaved([]);
        const expected = new Set<number>();
        for (const [day, isKept] of steps) {
          if (isKept) savedQuotations.keep(savedOn(day));
          else savedQuotations.remove(savedOn(day));
          if (isKept) expected.add(day);
          else expected.delete(day);
        }
        expect(days()).toEqual([...expected].toSorted((a, b) => b - a).map((day) => `quote${day}`));
      }),
    );
  });

  it("is the same list as long as nothing changes, and tells when it does, in another tab too", () => {
    storeSaved([savedOn(1)]);
    const told = vi.fn();
    const stop = savedQuotations.subscribe(told);
    expect(savedQuotations.all()).toBe(savedQuotations.all());
    savedQuotations.keep(savedOn(2));
    expect(told).toHaveBeenCalledTimes(1);
    storeSaved([savedOn(3)]);
    dispatchEvent(new StorageEvent("storage", { key: "verbatim:saved" }));
    expect(told).toHaveBeenCalledTimes(2);
    expect(days()).toEqual(["quote3"]);
    stop();
    savedQuotations.keep(savedOn(4));
    expect(told).toHaveBeenCalledTimes(2);
  });

  it("is held where the device has no room, and says so", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(savedQuotations.keep(savedOn(1))).toBe(false);
    expect(days()).toEqual(["quote1"]);
  });

  it.each([
    ["nothing", "null"],
    ["no JSON", "{"],
    ["a list", "[1]"],
    [
      "other things",
      JSON.stringify({ a: 1, b: null, c: { ...savedOn(1), text: 4 }, d: { ...savedOn(2), pieces: "x" } }),
    ],
    ["another time", JSON.stringify({ a: { ...savedOn(1), savedAt: "yesterday" } })],
  ])("is empty where %s is stored", (_, stored) => {
    writeStored("verbatim:saved", stored);
    expect(savedQuotations.all()).toEqual([]);
  });
});
