import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ordinalOf, repeatId, wordingId, wordingOf } from "#text/wording.ts";

describe("a wording's id", () => {
  test("follows from the words alone, in twelve letters and digits", () => {
    expect(wordingId("We won’t move,")).toBe(wordingId("We won't move."));
    expect(wordingId("We won’t move")).not.toBe(wordingId("We will move"));
    fc.assert(fc.property(fc.string(), (text) => /^[0-9a-z]{12}$/.test(wordingId(text))));
  });

  test("is the same tomorrow: published links rest on it", () => {
    expect(wordingId("don’t")).toBe("zp29wp3p1hep");
  });

  test("tells marks without words apart", () => {
    expect(wordingId(",")).not.toBe(wordingId("."));
  });

  test("counts repeats from the second on", () => {
    expect(repeatId("h", 1)).toBe("h");
    expect(repeatId("h", 3)).toBe("h-3");
    expect([wordingOf("h-3"), ordinalOf("h-3")]).toEqual(["h", 3]);
    expect([wordingOf("h"), ordinalOf("h")]).toEqual(["h", 1]);
  });
});
