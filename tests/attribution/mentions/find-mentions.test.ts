import { expect, test } from "vitest";
import { readStory } from "#attribution";

const mentionsOf = (text: string) => readStory(text, "en").mentions.map((mention) => mention.text);

test.each([
  [
    "particles and hyphens",
    "Then Yusra al-Masri met Marie van der Berg.",
    ["Yusra al-Masri", "Marie van der Berg"],
  ],
  ["titles stay outside the name", "On Friday Dr. Rukhsana Mirza left.", ["Rukhsana Mirza"]],
  ["a small role before a name", "On Friday council leader Asha Verma left.", ["Asha Verma"]],
  [
    "what stands before the role is no name",
    "On Friday Norlake Water spokesman Brian Pell left.",
    ["Brian Pell"],
  ],
  [
    "organizations go on over small words",
    "It was the Federation of Port Clerks.",
    ["It", "the Federation of Port Clerks"],
  ],
  ["role phrases", "Yesterday a hospital spokeswoman left.", ["a hospital spokeswoman"]],
  ["a sentence's first word is no name", "Grades fell.", []],
])("%s", (_, text, expected) => {
  expect(mentionsOf(text).map((name) => name.replace(/^it$/, "It"))).toEqual(expected);
});

test("nobody is named inside marks", () => {
  expect(mentionsOf("“Ask Peter Lund,” said Ilse Varga.")).toEqual(["Ilse Varga"]);
});
