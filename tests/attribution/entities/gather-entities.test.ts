import { expect, test } from "vitest";
import { readStory } from "#attribution";

const entities = (text: string) => readStory(text, "en").entities.list.map(({ name, role }) => [name, role]);
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
