import { describe, expect, test } from "vitest";
import { isKnown, isSameSpeaker, type Rule } from "#tools/scorecard/same-speaker.ts";

const named = (name: string) => ({ text: name, kind: "name", resolved: name, by: "hand" });
const described = (text: string) => ({ text, kind: "nominal", by: "hand" });

describe("a speaker is somebody, whole", () => {
  const whole: Rule = "whole";

  test.each([
    ["Nora Haldane", "Haldane"],
    ["Councillor Nora Haldane", "Nora Haldane"],
    ["Daniel Orr", "Dan Orr"],
    ["N. Haldane", "Nora Haldane"],
    ["José Alvarez", "Jose Alvarez"],
  ])("%s is %s", (wanted, given) => {
    expect(isSameSpeaker(named(wanted), given, whole)).toBe(true);
  });

  test.each([
    ["Ann Orr", "Anna Orr"],
    ["Ann Orr", "Peter Orr"],
    ["Ann Orr", "Ann Haldane"],
  ])("%s is not %s", (wanted, given) => {
    expect(isSameSpeaker(named(wanted), given, whole)).toBe(false);
  });

  test.each([
    ["a spokesman for the county", "the county", false],
    ["a spokesman for the county", "county spokesman", true],
    ["the ferry's night engineer, who asked not to be named", "a night engineer", true],
    ["two wardens of the park", "the wardens", true],
    ["the sheriff of Alder County", "Alder", false],
  ])("“%s” for “%s”: %s", (wanted, given, right) => {
    expect(isSameSpeaker(described(wanted), given, whole)).toBe(right);
  });
});

test("by the half, a shared word and a letter's difference pass", () => {
  expect(isSameSpeaker(described("a spokesman for the county"), "the county", "half")).toBe(true);
  expect(isSameSpeaker(named("Ann Orr"), "Anna Orr", "half")).toBe(true);
});

test("nobody, and a bare pronoun, are never right", () => {
  const she = { text: "she", kind: "pronoun", resolved: "Ann Orr", by: "reading" };
  expect(isSameSpeaker(she, null, "half")).toBe(false);
  expect(isSameSpeaker(she, "she", "half")).toBe(false);
  expect(isSameSpeaker(she, "Ann Orr", "half")).toBe(true);
});

test("a pronoun that nobody resolved has no known speaker", () => {
  expect(isKnown({ text: "she", kind: "pronoun" })).toBe(false);
  expect(isKnown({ text: "she", kind: "pronoun", by: "unknown", resolved: "Ann Orr" })).toBe(false);
  expect(isKnown({ text: "a porter", kind: "nominal" })).toBe(true);
  expect(isKnown(null)).toBe(false);
});
