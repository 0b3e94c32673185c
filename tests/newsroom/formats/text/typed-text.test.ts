import { describe, expect, test } from "vitest";
import { readStory } from "#newsroom/formats/read-story.ts";

const read = (text: string) => readStory({ format: "text", text, source: null, lang: "en" });
const body = (text: string) => read(text).blocks.map((block) => block.text);

describe("a text that a program made", () => {
  test.each([
    ['*"It will take two summers,"* said Ben Hale.', '"It will take two summers," said Ben Hale.'],
    ["_“Nobody asked us,”_ said Lena Brandt.", "“Nobody asked us,” said Lena Brandt."],
    ["Eight * “nine” * ten is no sum.", "Eight * “nine” * ten is no sum."],
  ])("loses the stars around a quotation: %s", (typed, plain) => {
    expect(body(`The wall\n\nThe council voted to mend it.\n\n${typed}`)).toContain(plain);
  });

  test("loses the times before those who speak", () => {
    const blocks = body(
      "The wall\n\n[00:00:12] CLERK: And the wall?\n\n[00:00:33] LENA BRANDT: It was always broken.",
    );
    expect(blocks).toEqual(["CLERK: And the wall?", "LENA BRANDT: It was always broken."]);
  });

  test("loses the line that a feed adds", () => {
    const blocks = body(
      "The wall\n\nThe council voted to mend it.\n\nThe post The wall appeared first on The Halden Letter.",
    );
    expect(blocks).toEqual(["The council voted to mend it."]);
  });

  test("names its author and day beside a bar", () => {
    const story = read(
      "The wall\n\nTess Ormerod | Friday, 3 May 2024 09:15\n\nThe council voted to mend it.",
    );
    expect([story.author, story.datePublished?.slice(0, 10)]).toEqual(["Tess Ormerod", "2024-05-03"]);
    expect(read("The wall\n\nHalden Wire | 3 May 2024\n\nThe council voted.").author).toBeNull();
  });
});
