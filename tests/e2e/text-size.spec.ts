import type { Browser, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { launchChromium } from "#tools/support/chromium.ts";
import { hydrated, it as onSite, openSettings } from "../support/on-site.ts";

/** What is read, by page; what a page has several of is told by its first. */
const storyParts = {
  headline: "main h1",
  standfirst: "main header h1 + p",
  byline: "main header time",
  score: '[aria-label="Voices"] [lang]',
  count: '[aria-label="Voices"] small',
  paragraph: "article p[id]",
  heading: "article h2[id]",
  question: '[aria-label="Did you enjoy this article?"] p, [aria-label="Did you enjoy this article?"]',
  foot: "footer p",
};
const frontParts = {
  lead: "main article:first-of-type h2",
  "lead’s standfirst": "main article:first-of-type h2 + p",
  story: "main div > article h2",
  "story’s standfirst": "main div > article h2 + p",
  date: "main article time",
  site: "header a",
};

const sizesOf = (page: Page, parts: Readonly<Record<string, string>>): Promise<Record<string, number>> =>
  page.evaluate(
    (selectors) =>
      Object.fromEntries(
        Object.entries(selectors).flatMap(([part, selector]) => {
          const element = document.querySelector(selector);
          return element === null ? [] : [[part, Number.parseFloat(getComputedStyle(element).fontSize)]];
        }),
      ),
    parts,
  );

const times = (sizes: Readonly<Record<string, number>>, factor: number) =>
  Object.fromEntries(Object.entries(sizes).map(([part, size]) => [part, expect.closeTo(size * factor, 1)]));

const it = onSite
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from it what a fixture needs
  .extend("doubled", { scope: "file" }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await launchChromium(32);
    onCleanup(() => browser.close());
    return browser;
  })
  /** What is read on the story and on the front page, in pixels; `setUp` sees the page before it is opened. */
  .extend(
    "sizes",
    ({ browser, site, story }) =>
      async (width: number, reader: { readonly of?: Browser; readonly size?: string } = {}) => {
        const context = await (reader.of ?? browser).newContext({
          serviceWorkers: "block",
          viewport: { width, height: 844 },
        });
        const page = await context.newPage();
        if (reader.size !== undefined)
          await page.addInitScript(
            (size) => localStorage.setItem("verbatim:settings", JSON.stringify({ size })),
            reader.size,
          );
        await page.goto(story.url);
        const inStory = await sizesOf(page, storyParts);
        await page.goto(site.url);
        const onFront = await sizesOf(page, frontParts);
        await context.close();
        expect(Object.keys({ ...inStory, ...onFront }).length).toBeGreaterThan(12);
        return { ...inStory, ...onFront };
      },
  );

describe("the size of text", () => {
  it.for([390, 1280, 1920])("is of everything that is read, at %i px", async (width, { sizes }) => {
    const normal = await sizes(width);
    expect(await sizes(width, { size: "huge" })).toEqual(times(normal, 1.8));
    expect(await sizes(width, { size: "smallest" })).toEqual(times(normal, 0.8));
  });

  it.for([390, 768, 1280, 1920])(
    "follows the browser's to the last percent, at %i px",
    async (width, { sizes, doubled }) => {
      expect(await sizes(width, { of: doubled })).toEqual(times(await sizes(width), 2));
    },
  );

  it("is judged by the page above the settings, which keep their own", async ({ newPage, story }) => {
    const page = await newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(story.url);
    await hydrated(page);
    await openSettings(page);
    const sheet = page.getByRole("dialog", { name: "Reading settings" });
    const before = await sheet.boundingBox();
    const size = await sizesOf(page, storyParts);
    await page.getByRole("slider", { name: "Text size" }).fill("6");
    const after = await sheet.boundingBox();
    expect(after?.height).toBeCloseTo(before?.height ?? 0, 0);
    expect(after?.y).toBeGreaterThan(844 / 2);
    expect(await sizesOf(page, storyParts)).toEqual(times(size, 1.8));
  });

  it("leaves no page and no tool wider than a phone", async ({ doubled, site, story }) => {
    const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const context = await doubled.newContext({
      serviceWorkers: "block",
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(site.url);
    expect(await wide(page)).toBeLessThanOrEqual(0);
    await page.goto(story.url);
    await hydrated(page);
    await openSettings(page);
    const dialog = page.getByRole("dialog");
    expect(await dialog.evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth)).toBe(0);
    await page.keyboard.press("Escape");
    await page.locator("[data-quotation]").first().click();
    await dialog.waitFor();
    expect(await dialog.evaluate((note) => note.scrollWidth - note.clientWidth)).toBe(0);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.keyboard.press("j");
    const bar = page.getByRole("region", { name: "Stepping through quotations" });
    await bar.waitFor();
    expect(await bar.evaluate((tools) => tools.scrollWidth - tools.clientWidth)).toBe(0);
    const id = story.quotations[0]?.id;
    await page.goto(`${story.url}/quotes/${id}`);
    expect(await wide(page)).toBeLessThanOrEqual(0);
    await context.close();
  });
});
