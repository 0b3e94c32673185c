import { expect, test } from "vitest";
import { caseLines, faultsOf } from "#tools/scorecard/cases.ts";

const text = "“The hens are back,” said Wilma Groot. She painted “WET PAINT” on the gate.";

test("a case is right where every quotation is found with its speaker and nothing is added", () => {
  expect(
    faultsOf({ id: "hens-1", text, expect: [{ text: "The hens are back", speaker: "Wilma Groot" }] }),
  ).toEqual([]);
});

test("a case says what is wrong of it", () => {
  const faults = (expected: { text: string; speaker: string | null; accept?: string[]; kind?: string }[]) =>
    faultsOf({ id: "hens-2", text, expect: expected });
  expect(faults([{ text: "The hens are back", speaker: "the painter" }])).toEqual([
    "Wilma Groot, not the painter",
  ]);
  expect(faults([{ text: "The hens are back", speaker: "the painter", accept: ["wilma groot"] }])).toEqual(
    [],
  );
  expect(faults([{ text: "The hens are back", speaker: "Wilma Groot", kind: "mixed" }])).toEqual([
    "direct, not mixed",
  ]);
  expect(faults([])).toEqual(["added: The hens are back (Wilma Groot)"]);
  expect(faults([{ text: "The geese are back", speaker: null }])).toContain(
    "not in the text: The geese are back",
  );
});

test("cases are counted by their kind", () => {
  const lines = caseLines([
    {
      id: "hens-1",
      kind: "said-after",
      text,
      expect: [{ text: "The hens are back", speaker: "Wilma Groot" }],
    },
    { id: "hens-2", kind: "said-after", text, expect: [] },
  ]);
  expect(lines[0]).toContain("wrong: hens-2");
  expect(lines[1]).toMatch(/said-after +1 of 2/);
  expect(lines.at(-1)).toBe("right: 1 of 2");
});
