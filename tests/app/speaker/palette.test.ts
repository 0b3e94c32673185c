import { readFileSync } from "node:fs";
import {
  type Color,
  converter,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  inGamut,
  parse,
  type Rgb,
  wcagContrast,
} from "culori";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/app/ui/tokens.css", "utf8");
const sepia = /data-theme="sepia"\] \{(.*?)\n\}/s.exec(css)?.[1] ?? "";

/** The two arguments of a token's `light-dark()`. */
function token(name: string): readonly [light: string, dark: string] {
  const [, light = "", dark = ""] =
    new RegExp(`--${name}: light-dark\\(((?:oklch\\([^)]*\\)|[^,])+), (.+)\\);`).exec(css) ?? [];
  return [light, dark];
}

const papers = {
  light: token("paper")[0],
  sepia: /--paper: (#\w+)/.exec(sepia)?.[1] ?? "",
  dark: token("paper")[1],
};
const voices = Array.from({ length: 12 }, (_, index) => {
  const [light, dark] = token(`voice-${index + 1}`);
  const line = new RegExp(`data-voice="${index + 1}"\\][^}]*--line: (\\w+)`).exec(css)?.[1];
  return { number: index + 1, light, sepia: light, dark, line };
});
const themes = ["light", "sepia", "dark"] as const;

const lab = converter("oklab");

function rgb(colour: string): Rgb {
  const found = converter("rgb")(colour);
  if (found === undefined) throw new Error(`not a colour: ${colour}`);
  return found;
}

const eyes = {
  full: (colour: string) => rgb(colour),
  protanopia: (colour: string) => filterDeficiencyProt(1)(rgb(colour)),
  deuteranopia: (colour: string) => filterDeficiencyDeuter(1)(rgb(colour)),
  tritanopia: (colour: string) => filterDeficiencyTrit(1)(rgb(colour)),
};

/** Distance in OKLab as one pair of eyes sees it; 0.02 is just noticeable. */
function distance(a: string, b: string, see: (colour: string) => Color): number {
  const [one, two] = [lab(see(a)), lab(see(b))];
  return Math.hypot(one.l - two.l, one.a - two.a, one.b - two.b);
}

describe.each(themes)("the voices' colours on %s paper", (theme) => {
  it.each(voices)("voice $number can be read, and its line seen", (voice) => {
    expect(parse(voice[theme])).toBeDefined();
    expect(inGamut("rgb")(voice[theme])).toBe(true);
    // 4.5:1 for its name as text, which is more than the 3:1 that its marks need.
    expect(wcagContrast(voice[theme], papers[theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(eyes))("the first four are told apart by colour with %s vision", (_, see) => {
    for (const a of voices.slice(0, 4))
      for (const b of voices.slice(0, 4))
        if (a.number < b.number) expect(distance(a[theme], b[theme], see)).toBeGreaterThan(0.04);
  });

  it.each(Object.entries(eyes))("all twelve are told apart by colour or line with %s vision", (_, see) => {
    for (const a of voices)
      for (const b of voices)
        if (a.number < b.number && a.line === b.line)
          expect(distance(a[theme], b[theme], see), `${a.number} and ${b.number}`).toBeGreaterThan(0.03);
  });
});

describe("ink on paper", () => {
  it.each(themes)("can be read on %s", (theme) => {
    const pick = (name: string) =>
      theme === "sepia"
        ? (new RegExp(`--${name}: (#\\w+)`).exec(sepia)?.[1] ?? "")
        : token(name)[theme === "light" ? 0 : 1];
    expect(wcagContrast(pick("ink"), pick("paper"))).toBeGreaterThanOrEqual(7);
    expect(wcagContrast(pick("ink-soft"), pick("paper"))).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(pick("ink-soft"), pick("paper-deep"))).toBeGreaterThanOrEqual(4.5);
  });
});
