import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect } from "vitest";
import { it as onSite } from "../support/on-site.ts";

/**
 * How the first screen of each view looks, beside how it looked when somebody
 * last approved of it. `UPDATE_LOOKS=1` approves of how it looks now.
 *
 * Browsers draw letters a little differently from build to build, so pictures
 * are compared as one sees them from across a room: an eighth of their size.
 * There a letter's edge is nothing, while a moved column, a lost picture or a
 * wrong theme is plain.
 */
const scale = 1 / 8;
/** Of 255 a channel: how far a cell may be off before it counts, and how many of a hundred may. */
const visible = 24;
const tolerated = 3;

const baselines = join(import.meta.dirname, "looks");
const story = "/articles/the-street-that-became-a-river";
const looks = [
  { name: "front", path: "/", widths: [390, 1280], themes: ["light", "dark"] },
  { name: "story", path: story, widths: [390, 768, 1280, 2560], themes: ["light", "sepia", "dark"] },
  { name: "story-ar", path: story, widths: [1280], themes: ["light"], locale: "ar" },
  { name: "nothing", path: "/nothing/here", widths: [390], themes: ["light", "dark"] },
].flatMap(({ widths, themes, ...look }) =>
  widths.flatMap((width) => themes.map((theme) => ({ locale: "en-GB", ...look, width, theme }))),
);

/** Draws the first screen of a view, small. */
const it = onSite.extend("look", ({ site, newPage }) => async (wanted: (typeof looks)[number]) => {
  const { path, width, theme, locale } = wanted;
  const page = await newPage({
    locale,
    colorScheme: theme === "dark" ? "dark" : "light",
    reducedMotion: "reduce",
    viewport: { width, height: 900 },
  });
  await page.addInitScript((chosen) => {
    if (chosen === "sepia") localStorage.setItem("verbatim:settings", JSON.stringify({ theme: chosen }));
  }, theme);
  await page.goto(site.url + path);
  await page.locator(":root[data-faces]").waitFor();
  // Pictures below the first screen are fetched when they come near it, and are not part of the look.
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight),
  );
  return sharp(await page.screenshot())
    .resize({ width: Math.round(width * scale) })
    .png()
    .toBuffer();
});

const pixels = async (png: Buffer | string) => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, size: `${info.width}×${info.height}` };
};

describe("a view looks as it did", () => {
  it.for(looks)("$name at $width px, $theme", async (wanted, { look }) => {
    const file = join(baselines, `${wanted.name}-${wanted.width}-${wanted.theme}.png`);
    const now = await look(wanted);
    if (process.env.UPDATE_LOOKS !== undefined || !existsSync(file)) {
      expect(process.env.UPDATE_LOOKS, `nobody approved of ${file} yet`).toBeDefined();
      await writeFile(file, now);
    }
    const [seen, approved] = [await pixels(now), await pixels(file)];
    expect(seen.size).toBe(approved.size);
    const off = seen.data.filter((value, index) => Math.abs(value - (approved.data[index] ?? 0)) > visible);
    expect((100 * off.length) / seen.data.length).toBeLessThan(tolerated);
  });
});
