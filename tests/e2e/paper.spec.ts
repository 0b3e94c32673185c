import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article } from "#model/article.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Site, startSite } from "../support/site.ts";
import { readRichestStory } from "../support/story.ts";

let site: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let story: Article;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
  story = await readRichestStory(site.url);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.url });
  page = await context.newPage();
  await page.goto(`${site.url}/articles/${story.slug}`, { waitUntil: "networkidle" });
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

describe("a story that is copied", () => {
  it("takes its words along and nothing of the interface", async () => {
    const quoted = new Set(story.quotations.map(({ segments }) => segments[0]?.block));
    for (const { id, text } of story.blocks.filter((block) => quoted.has(block.id)).slice(0, 5)) {
      await page.evaluate((block) => {
        getSelection()?.selectAllChildren(document.getElementById(block) ?? document.body);
      }, id);
      await page.keyboard.press("Control+C");
      expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(text);
    }
  });
});

describe("a story on paper", () => {
  it("names the speakers at their quotations, says where it is from, and leaves the controls on the screen", async () => {
    await page.emulateMedia({ media: "print" });
    const paper = await page.evaluate(() => {
      const shown = (selector: string): number =>
        [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0).length;
      const article = document.querySelector("main article") ?? document.body;
      return {
        controls: shown("[data-q], #tools, form, summary, footer"),
        cues: [...document.querySelectorAll("[data-cue]")].map(
          (cue) => getComputedStyle(cue, "::before").content,
        ),
        voices: shown('[role="group"] button'),
        address: getComputedStyle(article, "::after").content,
      };
    });
    await page.emulateMedia({ media: "screen" });
    expect(paper.controls).toBe(0);
    expect(paper.voices).toBe(story.speakers.length);
    expect(new Set(paper.cues)).toEqual(new Set(story.speakers.map(({ name }) => JSON.stringify(name))));
    expect(paper.address).toBe(JSON.stringify(story.url));
  });
});
