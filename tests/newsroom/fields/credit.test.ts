import { describe, expect, test } from "vitest";
import { readPictureLine, splitCredit } from "#newsroom/fields/credit.ts";

describe("a picture's line", () => {
  test.each([
    ["Photo: Bo Lind", null, "Bo Lind"],
    ["Image: Bo Lind / Reuters", null, "Bo Lind / Reuters"],
    ["Image: The hall at dusk / Reuters", "The hall at dusk", "Reuters"],
    ["(Photograph by Bo Lind)", null, "Bo Lind"],
    ["Photo credit: Bo Lind/Getty Images", null, "Bo Lind/Getty Images"],
    ["Getty Images", null, "Getty Images"],
    ["Caption: The hall at dusk", "The hall at dusk", null],
    ["Illustration: Bo Lind", null, "Illustration: Bo Lind"],
    ["The hall at dusk. Photo: Bo Lind", "The hall at dusk.", "Bo Lind"],
  ])("%s", (line, caption, credit) => {
    expect(readPictureLine(line)).toEqual({ caption, credit });
  });

  test.each([
    "Photography was her life.",
    "The photo shows a pier.",
    "Credit where it is due",
    "He sent one more picture: a goat. Nobody answered.",
    "“I took it.” Photo: Bo Lind",
  ])("not: %s", (line) => {
    expect(readPictureLine(line)).toBeNull();
  });

  test("a caption may end with its credit", () => {
    expect(splitCredit("The hall at dusk. Photo: Bo Lind")).toEqual({
      caption: "The hall at dusk.",
      credit: "Bo Lind",
    });
    expect(splitCredit("The hall at dusk (Reuters)")).toEqual({
      caption: "The hall at dusk",
      credit: "Reuters",
    });
    expect(splitCredit("The hall at dusk. Photo by Bo Lind on a postcard")).toEqual({
      caption: "The hall at dusk.",
      credit: "Bo Lind on a postcard",
    });
    expect(splitCredit("The hall (built in 1911)")).toBeNull();
  });
});
