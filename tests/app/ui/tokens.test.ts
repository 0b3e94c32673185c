import { readFileSync } from "node:fs";
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/app/ui/tokens.css", "utf8");

interface Voice {
  readonly number: string;
  readonly light: Color;
  readonly dark: Color;
  readonly line: string;
}

const voices: readonly Voice[] = [
  ...css.matchAll(/--voice-(\d+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)/g),
].map(([, number = "", light = "", dark = ""]) => ({
  number,
  light: colour(light),
  dark: colour(dark),
  line: new RegExp(`--voice: var\\(--voice-${number}\\);\\s*--line: (\\w+)`).exec(css)?.[1] ?? "",
}));

const [, lightPaper = "", darkPaper = ""] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(css) ?? [];
const [, sepiaPaper = ""] = /sepia[^}]*--paper: (#\w+)/.exec(css) ?? [];
const themes = [
  { theme: "light", paper: lightPaper, side: "light" },
  { theme: "sepia", paper: sepiaPaper, side: "light" },
  { theme: "dark", paper: darkPaper, side: "dark" },
] as const;

/** Machado, Oliveira and Fernandes 2009, at full severity. */
const eyes = {
  all: (seen: Color): Color => seen,
  "protanopia's": filterDeficiencyProt(1),
  "deuteranopia's": filterDeficiencyDeuter(1),
  "tritanopia's": filterDeficiencyTrit(1),
};

const difference = differenceCiede2000();
/** Below this CIEDE2000 difference two fine lines are no longer told apart by colour. */
const alike = 5;

function colour(text: string): Color {
  const found = parse(text);
  if (found === undefined) throw new Error(`${text} is no colour`);
  return found;
}

describe.each(themes)("a voice's colour on the $theme page", ({ paper, side }) => {
  it.each(voices)("is read as text: voice $number", (voice) => {
    expect(wcagContrast(voice[side], paper)).toBeGreaterThanOrEqual(4.5);
  });
});

describe("twelve voices", () => {
  it("there are", () => {
    expect(voices.map(({ number }) => number)).toEqual(
      Array.from({ length: 12 }, (_, index) => `${index + 1}`),
    );
  });

  describe.each(Object.entries(eyes))("to %s eyes", (_, see) => {
    it.each(["light", "dark"] as const)(
      "differ in colour, or else in the line under the words (%s)",
      (side) => {
        const confused = voices.flatMap((voice, index) =>
          voices
            .slice(0, index)
            .filter(
              (other) => difference(see(voice[side]), see(other[side])) < alike && voice.line === other.line,
            )
            .map((other) => `${other.number} and ${voice.number}`),
        );
        expect(confused).toEqual([]);
      },
    );

    it.each(["light", "dark"] as const)("the first four differ in colour alone (%s)", (side) => {
      const first = voices.slice(0, 4).map((voice) => see(voice[side]));
      const nearest = Math.min(
        ...first.flatMap((one, index) => first.slice(0, index).map((other) => difference(one, other))),
      );
      expect(nearest).toBeGreaterThan(alike);
    });
  });
});
