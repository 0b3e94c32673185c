import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article, Quotation } from "#model/article.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Site, startSite } from "../support/site.ts";
import { readRichestStory } from "../support/story.ts";

let site: Site;
let browser: Browser;
let story: Article;
let quotation: Quotation;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
  story = await readRichestStory(site.url);
  const found = story.quotations.find(({ speaker }) => speaker !== null);
  if (found === undefined) throw new Error("a sample names somebody");
  quotation = found;
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const part = (name: string) => new RegExp(`/assets/${name}-[^/]+\\.js$`);
const react = part("react");
const openedNote = (page: Page) => page.getByRole("button", { name: "Copy link", exact: true });

async function withPage(use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  await use(await context.newPage());
  await context.close();
}

/** Holds a file back until it is told to send it. */
async function hold(page: Page, file: RegExp): Promise<() => void> {
  let send = (): void => undefined;
  const told = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route(file, (route) => told.then(() => route.continue()));
  return send;
}

describe("a press on a quotation's control", () => {
  it("opens the note when nobody has touched the page before", () =>
    withPage(async (page) => {
      await page.goto(story.url, { waitUntil: "networkidle" });
      await page.locator(`[data-q="${quotation.id}"]`).first().press("Enter");
      await openedNote(page).waitFor();
      expect(page.url()).toBe(story.url);
    }));

  it("is kept until the code is here", () =>
    withPage(async (page) => {
      const send = await hold(page, react);
      await page.goto(story.url, { waitUntil: "domcontentloaded" });
      await page.locator(`[data-q="${quotation.id}"]`).first().press("Enter");
      send();
      await openedNote(page).waitFor();
      expect(page.url()).toBe(story.url);
    }));

  it.each([
    ["React", react],
    ["the note", part("StoryTools")],
    ["the note's words", part("reading-en")],
  ])("follows the link where the code of %s never comes", (_, file) =>
    withPage(async (page) => {
      await page.route(file, (route) => route.abort());
      await page.goto(story.url, { waitUntil: "load" });
      await page.locator(`[data-q="${quotation.id}"]`).first().click();
      await page.waitForURL(`${story.url}/quotes/${quotation.id}`);
      expect(await page.locator("mark").first().textContent()).toBe(quotation.text.split("\n")[0]);
    }),
  );
});

describe("the story", () => {
  it.each(["Body", "Sharing", "reading-en"])("stands when the code of %s never comes", (name) =>
    withPage(async (page) => {
      const asked = page.waitForRequest(part(name));
      await page.route(part(name), (route) => route.abort());
      await page.goto(story.url, { waitUntil: "networkidle" });
      await page.mouse.wheel(0, 300);
      await page.locator("main article p").last().selectText();
      await (await asked).response().catch(() => null);
      expect(await page.locator("main article p").count()).toBeGreaterThan(5);
      await page.getByRole("button", { name: "Yes" }).click();
      await page.getByRole("button", { name: "Yes", pressed: true }).waitFor();
    }),
  );
});

describe("a selected passage", () => {
  it("has its link, also when it was selected before the code was here", () =>
    withPage(async (page) => {
      const send = await hold(page, react);
      await page.goto(story.url, { waitUntil: "domcontentloaded" });
      await page.locator("main article p").first().selectText();
      send();
      await page.getByRole("button", { name: "Copy link to selection" }).waitFor();
    }));
});
