import { expect, test } from "vitest";
import { readStory } from "#attribution";

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
  ["a party in parentheses", "“No,” Ilse Varga (D-Wis.) said.", "say", "Ilse Varga"],
])("%s", (_, text, verb, subject) => {
  expect(subjectOf(text)).toContainEqual([verb, subject]);
});
