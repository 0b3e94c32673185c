import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article } from "#model/article.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Site, startSite } from "../support/site.ts";
import { readRichestStory } from "../support/story.ts";

let site: Site;
let browser: Browser;
let story: Article;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
  story = await readRichestStory(site.url);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const widths = [320, 390, 1280];
const themes = ["light", "dark"] as const;
const views: readonly { name: string; open: (page: Page) => Promise<unknown> }[] = [
  { name: "front page", open: (page) => page.goto(site.url) },
  { name: "story", open: (page) => page.goto(storyAddress()) },
  { name: "permalink", open: (page) => page.goto(`${storyAddress()}/quotes/${story.quotations[0]?.id}`) },
  {
    name: "story voted on",
    open: async (page) => {
      await page.goto(storyAddress(), { waitUntil: "networkidle" });
      await page.locator('button[name="enjoyed"][value="yes"]').click();
      await page.locator('button[name="enjoyed"][value="withdraw"]').waitFor();
    },
  },
  { name: "vote without JavaScript", open: (page) => page.goto(`${storyAddress()}/vote`) },
  { name: "unknown address", open: (page) => page.goto(`${site.url}/nothing/here`) },
];

const storyAddress = () => `${site.url}/articles/${story.slug}`;

async function inContext(
  options: Parameters<Browser["newContext"]>[0],
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await use(context);
  } finally {
    await context.close();
  }
}

describe.each(themes)("in %s", (colorScheme) => {
  describe.each(widths)("at %i px", (width) => {
    it.each(views)("axe finds nothing on the $name, and nothing scrolls sideways", async ({ open }) => {
      await inContext(
        { colorScheme, viewport: { width, height: 800 }, reducedMotion: "reduce" },
        async (context) => {
          const page = await context.newPage();
          await open(page);
          await page.waitForLoadState("networkidle");
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
          );
          expect(found).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        },
      );
    });
  });
});

describe("by keyboard", () => {
  it("everything that can be used is reached in order, with a focus that shows", async () => {
    await inContext({ viewport: { width: 1280, height: 800 } }, async (context) => {
      const page = await context.newPage();
      await page.goto(storyAddress(), { waitUntil: "networkidle" });
      const reached = new Set<string>();
      const hidden: string[] = [];
      for (let presses = 0; presses < 400; presses++) {
        await page.keyboard.press("Tab");
        const focus = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return null;
          const style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          return {
            html: element.outerHTML.slice(0, 160),
            vote: element.getAttribute("value"),
            quotation: element.getAttribute("data-q"),
            shows: style.outlineStyle !== "none" && box.width > 0,
          };
        });
        if (focus === null) break;
        if (!focus.shows) hidden.push(focus.html);
        if (focus.vote !== null) reached.add(focus.vote);
        if (focus.quotation !== null) reached.add(focus.quotation);
      }
      expect(hidden).toEqual([]);
      expect([...reached]).toEqual(
        expect.arrayContaining(["yes", "no", ...story.quotations.map(({ id }) => id)]),
      );
    });
  });

  it("the first stop skips to the story", async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage();
      await page.goto(storyAddress(), { waitUntil: "networkidle" });
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
    });
  });
});

describe("targets", () => {
  it("are 24 px or more, words in a line of text aside", async () => {
    await inContext({ viewport: { width: 390, height: 800 }, hasTouch: true }, async (context) => {
      const page = await context.newPage();
      await page.goto(storyAddress(), { waitUntil: "networkidle" });
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("button, input, select, summary, nav a")]
          .map((element) => ({ html: element.outerHTML.slice(0, 120), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ html, box }) => `${html} ${box.width}×${box.height}`),
      );
      expect(small).toEqual([]);
    });
  });
});
