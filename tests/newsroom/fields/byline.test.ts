import { describe, expect, test } from "vitest";
import { readByline } from "#newsroom/fields/byline.ts";

describe("a byline", () => {
  test.each([
    ["By Ada Berg", "Ada Berg"],
    ["By Ada Berg and Jon Dahl, Political Editors", "Ada Berg and Jon Dahl"],
    ["Words by Ludwig van der Linde", "Ludwig van der Linde"],
    ["By ADA BERG", "ADA BERG"],
    ["Words: Ada Berg", "Ada Berg"],
    ["Interview by Ada Berg", "Ada Berg"],
    ["Von Jürgen Faß", "Jürgen Faß"],
    ["By noon the square was full.", null],
    ["By the time the rain stopped", null],
    ["“By Ada Berg”", null],
    ["Report: Ada Berg was right.", null],
  ])("%s: %s", (line, author) => {
    expect(readByline(line)).toBe(author);
  });
});
