import { describe, expect, test } from "vitest";
import { readStory } from "#attribution";

const mentionsOf = (text: string) => readStory(text, "en").mentions.map((mention) => mention.text);

describe("mentions", () => {
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
});

describe("cues", () => {
  const subjectOf = (text: string) => {
    const { cues } = readStory(text, "en");
    return cues.map(({ verb, subject }) => [verb, subject?.text ?? null]);
  };
  test.each([
    ["the verb before the name", "“No,” said Ilse Varga.", "say", "Ilse Varga"],
    ["an apposition between", "Ilse Varga, 61, who runs the shop, said “no”.", "say", "Ilse Varga"],
    ["the passive", "“No,” Mr Collier was told by Inga Roth.", "tell", "Inga Roth"],
    ["somebody's relative", "“No,” said Fenn’s lawyer, Noor Haidari.", "say", "Fenn’s lawyer"],
    ["according to", "According to Ilse Varga, it was “late”.", "according to", "Ilse Varga"],
    ["a party in parentheses", "“No,” Gwen Moore (D-Wis.) said.", "say", "Gwen Moore"],
  ])("%s", (_, text, verb, subject) => {
    expect(subjectOf(text)).toContainEqual([verb, subject]);
  });
});

describe("entities", () => {
  const entities = (text: string) =>
    readStory(text, "en").entities.list.map(({ name, role }) => [name, role]);
  test.each([
    [
      "an apposition",
      "Rhea Mann, chief executive of the dam board, left. Mann returned.",
      "chief executive of the dam board",
    ],
    [
      "a list in the role",
      "Rhea Mann, chief digital, data and technology officer at the Home Office, left.",
      "chief digital, data and technology officer at the Home Office",
    ],
    ["a role before", "The instructor, Rhea Mann, wept.", "instructor"],
    ["a title", "Yesterday council leader Rhea Mann left.", "council leader"],
    ["none", "Rhea Mann left.", null],
  ])("%s", (_, text, role) => {
    expect(entities(text)).toContainEqual(["Rhea Mann", role]);
  });

  test("a surname alone is the person introduced by it", () => {
    expect(entities("Rhea Mann met Jo Kent. Mann spoke. Kent left.")).toHaveLength(2);
  });
});
