import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { objections } from "../support/axe.ts";
import { hydrated, it as onSite, openSettings } from "../support/on-site.ts";

const it = onSite
  .extend("page", ({ newPage }) => newPage({ viewport: { width: 390, height: 844 }, colorScheme: "light" }))
  /** The story, with the settings open. */
  .extend("settings", async ({ page, story }) => {
    await page.goto(story.url);
    await openSettings(page);
    return page;
  });

const choose = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).check();
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const paragraph = (page: Page, property: "fontFamily" | "fontSize" | "lineHeight") =>
  page.evaluate(
    (name) => getComputedStyle(document.querySelector("article p[id]") ?? document.body)[name],
    property,
  );

describe("the reader's settings", () => {
  it("are fetched when they are asked for, and not before", async ({ page, story }) => {
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await page.goto(story.url);
    await hydrated(page);
    const before = fetched.filter((url) => /\.(?:js|css)$/.test(url));
    expect(fetched.filter((url) => /dyslexic|hyperlegible/i.test(url))).toEqual([]);
    await openSettings(page);
    expect(fetched.filter((url) => /\.(?:js|css)$/.test(url)).length).toBeGreaterThan(before.length);
  });

  it("change the page at once, and are there again on the next", async ({ settings: page, site, story }) => {
    const [size, height] = [await paragraph(page, "fontSize"), await paragraph(page, "lineHeight")];
    await choose(page, "Extra legible");
    await choose(page, "Open");
    await page.getByRole("slider", { name: "Text size" }).fill("5");
    const changed = {
      size: await paragraph(page, "fontSize"),
      height: await paragraph(page, "lineHeight"),
    };
    const legible = /^"Atkinson Hyperlegible Next",/;
    expect(await paragraph(page, "fontFamily")).toMatch(legible);
    expect(Number.parseFloat(changed.size)).toBeGreaterThan(Number.parseFloat(size));
    expect(Number.parseFloat(changed.height)).toBeGreaterThan(Number.parseFloat(height));
    await page.goto(site.url);
    await page.goto(story.url);
    expect(await paragraph(page, "fontSize")).toBe(changed.size);
    expect(await paragraph(page, "fontFamily")).toMatch(legible);
  });

  it("leave by Escape, the focus back on their button, and reset in one step", async ({ settings: page }) => {
    const before = await paper(page);
    await choose(page, "Dark");
    expect(await paper(page)).not.toBe(before);
    await page.getByRole("button", { name: "Back to how it was" }).click();
    expect(await paper(page)).toBe(before);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Reading settings");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
  });

  it("never cover more than two thirds of a phone, nor scroll it sideways, at any size of text", async ({
    settings: page,
  }) => {
    const box = await page.getByRole("dialog").boundingBox();
    expect(box?.y).toBeGreaterThan(844 / 3);
    await page.getByRole("slider", { name: "Text size" }).fill("6");
    await choose(page, "For dyslexia");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it.for(["Light", "Sepia", "Dark"])(
    "hold nothing that axe would object to (%s)",
    async (theme, { settings: page }) => {
      await choose(page, theme);
      expect(await objections(page)).toEqual([]);
    },
  );
});

describe("the first frame", () => {
  it.for([
    { chosen: "dark", device: "light" as const },
    { chosen: "light", device: "dark" as const },
    { chosen: "sepia", device: "dark" as const },
  ])(
    "is $chosen for a reader who chose so on a $device device",
    async ({ chosen, device }, { story, newPage }) => {
      const page = await newPage({ colorScheme: device });
      await page.addInitScript(
        (theme) => localStorage.setItem("verbatim:settings", JSON.stringify({ theme })),
        chosen,
      );
      // No script but the inline one has run when the page is painted without its modules.
      await page.route("**/assets/*.js", (route) => route.abort());
      await page.goto(story.url, { waitUntil: "commit" });
      const frame = await page.evaluate(
        () =>
          new Promise<{ theme: string | undefined; paper: string }>((resolve) => {
            requestAnimationFrame(() => {
              const { dataset } = document.documentElement;
              resolve({
                theme: dataset.theme,
                paper: getComputedStyle(document.documentElement).backgroundColor,
              });
            });
          }),
      );
      const paperOf = { dark: "rgb(22, 23, 26)", light: "rgb(251, 248, 243)", sepia: "rgb(243, 232, 211)" };
      expect(frame).toEqual({ theme: chosen, paper: paperOf[chosen as keyof typeof paperOf] });
    },
  );
});
