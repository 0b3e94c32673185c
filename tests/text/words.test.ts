import { describe, expect, test } from "vitest";
import { words } from "#text/words.ts";

describe("words", () => {
  test.each([
    ["Won’t you stay?", ["won't", "you", "stay"]],
    ["a well-known plan — late", ["a", "well", "known", "plan", "late"]],
    ["It cost 1,000.50 crowns.", ["it", "cost", "1,000.50", "crowns"]],
    ["Well done 👍", ["well", "done", "👍"]],
    ["—?!", []],
  ])("of “%s”", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("are found where a script has no spaces", () => {
    expect(words("我们不会关闭").length).toBeGreaterThan(1);
  });
});
