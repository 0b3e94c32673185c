import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { launchChromium } from "#tools/support/chromium.ts";
import { startSite } from "#tools/support/site.ts";
import { readRichestStory } from "./story.ts";

/**
 * A test on a site. What it names of these is opened for the first test of a file that names it,
 * and closed after the last one; its pages are closed with the test, however that ends.
 */
export const it = test
  .extend("samples", { scope: "file" }, true)
  .extend("site", { scope: "file" }, async ({ samples }, { onCleanup }) => {
    const site = await startSite({ samples });
    onCleanup(() => site.stop());
    return site;
  })
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from it what a fixture needs
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }) => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("story", { scope: "file" }, ({ site }) => readRichestStory(site.url))
  /**
   * Opens a page of a reader who has never been here. A service worker would fetch for each of them what is
   * kept for later, and answer with the page of before where the machine is busy: a test of it asks for it.
   */
  .extend("newPage", ({ browser }, { onCleanup }) => {
    const readers: BrowserContext[] = [];
    onCleanup(async () => {
      await Promise.all(readers.map((reader) => reader.close()));
    });
    return async (options?: BrowserContextOptions): Promise<Page> => {
      const reader = await browser.newContext({ serviceWorkers: "block", ...options });
      readers.push(reader);
      return reader.newPage();
    };
  })
  /** Opens a story as a reader who has never been here, and waits until its answers are toggles: React has hydrated it. */
  .extend(
    "openStory",
    ({ newPage }) =>
      async (url: string, options?: BrowserContextOptions): Promise<Page> => {
        const page = await newPage(options);
        await page.goto(url, { waitUntil: "load" });
        await hydrated(page);
        return page;
      },
  );

/** Resolves when React has hydrated the story, or the vote, that a page shows. */
export const hydrated = (page: Page): Promise<void> =>
  page.locator('button[name="enjoyed"][aria-pressed]').first().waitFor();

/** Opens the reader's settings on any page: the first sign of React where there is no vote. */
export async function openSettings(page: Page, name: string | RegExp = "Reading settings"): Promise<void> {
  const panel = page.getByRole("dialog", { name });
  await expect
    .poll(async () => {
      if (!(await panel.isVisible())) await page.getByRole("button", { name }).click();
      return panel.isVisible();
    })
    .toBe(true);
}
