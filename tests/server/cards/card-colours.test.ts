import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paper, quietInk, voiceColour } from "#server/cards/card-colours.ts";

const tokens = readFileSync(new URL("../../../src/app/ui/tokens.css", import.meta.url), "utf8");

/** sRGB of an OKLCH colour (https://bottosson.github.io/posts/oklab). */
function srgb(lightness: number, chroma: number, hue: number): readonly number[] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((linear) => {
    const light = Math.min(1, Math.max(0, linear));
    return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
  });
}

const channels = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each(Array.from({ length: 12 }, (_, at) => at + 1))(
  "voice %i has the page's colour, legible on paper",
  (number) => {
    const found = new RegExp(`--voice-${number}: light-dark\\(oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(
      tokens,
    );
    const [lightness = 0, chroma = 0, hue = 0] = found?.slice(1).map(Number) ?? [];
    const colour = voiceColour(number);
    const expected = srgb(lightness, chroma, hue);
    for (const [at, value] of channels(colour).entries())
      expect(Math.abs(value - (expected[at] ?? 999))).toBeLessThan(3);
    expect(contrast(colour, paper)).toBeGreaterThan(4.5);
  },
);

test("voices after the twelfth, and nobody, are in quiet ink, legible too", () => {
  expect([voiceColour(13), voiceColour(null)]).toEqual([quietInk, quietInk]);
  expect(contrast(quietInk, paper)).toBeGreaterThan(4.5);
});
