import fc from "fast-check";
import { expect, it } from "vitest";
import { initialsOf } from "#app/speaker/initials.ts";

const person = (name: string) => ({ name, kind: "person" as const });

it.each([
  [
    ["Joanna Davinson", "Matthew Taylor"],
    ["JD", "MT"],
  ],
  [
    ["Joanna Davinson", "John Dale"],
    ["JD", "JoD"],
  ],
  [["Cher"], ["Ch"]],
  [["Dr. Ruth Adeyemi"], ["RA"]],
])("%j are %j", (names, initials) => {
  expect(initialsOf(names.map(person))).toEqual(initials);
});

it("gives an organization up to three letters", () => {
  expect(initialsOf([{ name: "the Coastal Trust of Wales", kind: "organization" }])).toEqual(["CTW"]);
});

it("never gives two speakers the same letters", () => {
  const names = fc.array(fc.constantFrom("Ann Lee", "Al Low", "Amy Lo", "RSA", "Bo"), { maxLength: 12 });
  fc.assert(
    fc.property(names, (some) => {
      const initials = initialsOf(some.map(person));
      expect(new Set(initials).size).toBe(some.length);
    }),
  );
});
