import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Article, Quotation, Speaker } from "#model/article.ts";
import { launchChromium } from "#tools/support/chromium.ts";
import { type Site, startSite } from "#tools/support/site.ts";
import { hydrated } from "../support/on-site.ts";
import { readRichestStory } from "../support/story.ts";

let site: Site;
let browser: Browser;
let story: Article;
let context: BrowserContext;
let page: Page;
let speaker: Speaker;
let own: readonly Quotation[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
  story = await readRichestStory(site.url);
  const words = ({ id }: Speaker) =>
    story.quotations
      .filter((quotation) => quotation.speaker === id)
      .reduce((sum, { text }) => sum + text.length, 0);
  const [most] = story.speakers.toSorted((a, b) => words(b) - words(a));
  if (most === undefined) throw new Error("nobody speaks");
  speaker = most;
  own = story.quotations.filter((quotation) => quotation.speaker === speaker.id);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function begin(options: Parameters<Browser["newContext"]>[0]): Promise<void> {
  context = await browser.newContext({ colorScheme: "light", reducedMotion: "reduce", ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.url });
  page = await context.newPage();
  await page.goto(`${site.url}/articles/${story.slug}`);
  await hydrated(page);
}
afterEach(() => context.close());

/** The voice of the greatest share, as the page tells it. */
async function whoSpokeMost(): Promise<string> {
  const told = await page.getByRole("group", { name: "Voices" }).getByRole("button").allTextContents();
  const shares = told.map((text) => Number(/(\d+)\s?% of the quoted words/.exec(text)?.[1] ?? 0));
  return told[shares.indexOf(Math.max(...shares))] ?? "";
}

const voice = () => page.getByRole("group", { name: "Voices" }).getByRole("button", { name: speaker.name });
const position = (at: number) => page.getByText(`${at} of ${own.length}, ${speaker.name}`);
const introduction = () => page.locator(`#${speaker.introduced?.block}`);
const isFocused = (selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
const copied = () => page.evaluate(() => navigator.clipboard.readText());
const address = (quotation: Quotation | undefined) =>
  `${site.url}/articles/${story.slug}/quotes/${quotation?.id}`;

describe("by keyboard alone, a reader", () => {
  beforeEach(() => begin({ viewport: { width: 1280, height: 800 } }));

  async function tabTo(selector: string, key = "Tab"): Promise<void> {
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press(key);
      if (await isFocused(selector)) return;
    }
    throw new Error(`${key} never reaches ${selector}`);
  }

  it("finds who spoke most, hears them alone, steps through what they said and goes where they are introduced", async () => {
    await tabTo("summary");
    await page.keyboard.press("Enter");
    expect(await whoSpokeMost()).toContain(speaker.name);

    await tabTo(`[aria-pressed][title="${speaker.name}"]`, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => voice().getAttribute("aria-pressed")).toBe("true");
    expect(new URL(page.url()).searchParams.get("voices")).toBe(speaker.id);
    const others = story.quotations.filter((quotation) => quotation.speaker !== speaker.id);
    await expect
      .poll(() =>
        page
          .locator("[data-quotation][data-dim]")
          .evaluateAll((all) => new Set(all.map((one) => (one as HTMLElement).dataset.quotation)).size),
      )
      .toBe(others.length);

    for (const [index, quotation] of own.slice(0, 3).entries()) {
      await page.keyboard.press("j");
      await position(index + 1).waitFor({ state: "attached" });
      await expect.poll(() => isFocused(`#q-${quotation.id}`)).toBe(true);
    }
    await page.keyboard.press("k");
    await position(2).waitFor({ state: "attached" });

    await tabTo(`[data-q="${own[1]?.id}"]`);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: speaker.name }).waitFor();
    await tabTo(`a[href="#${speaker.introduced?.block}"]`);
    await page.keyboard.press("Enter");
    await expect.poll(() => isFocused(`#${speaker.introduced?.block}`)).toBe(true);
  });

  it("copies a link, changes the theme and votes", async () => {
    await tabTo(`[data-q="${own[0]?.id}"]`);
    await page.keyboard.press("Enter");
    const note = page.getByRole("dialog", { name: speaker.name });
    await note.getByRole("button", { name: "Copy link" }).waitFor();
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.textContent === "Copy link")) break;
    }
    await page.keyboard.press("Enter");
    await page.getByText("Link copied").first().waitFor({ state: "attached" });
    expect(await copied()).toBe(address(own[0]));
    await page.keyboard.press("Escape");
    await expect.poll(() => isFocused(`[data-q="${own[0]?.id}"]`)).toBe(true);

    await tabTo('[aria-label="Reading settings"]', "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
    await tabTo('[data-choice="theme"] input');
    for (const _ of ["Light", "Sepia", "Dark"]) await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await page.keyboard.press("Escape");
    await expect.poll(() => isFocused('[aria-label="Reading settings"]')).toBe(true);

    await tabTo('[name="enjoyed"][value="yes"]');
    await page.keyboard.press("Enter");
    await page.locator('[name="enjoyed"][value="withdraw"]').waitFor();
    expect(await page.locator('[name="enjoyed"][value="yes"]').getAttribute("aria-pressed")).toBe("true");
  });
});

describe("by touch alone, a reader", () => {
  beforeEach(() => begin({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }));

  it("finds who spoke most, hears them alone, steps through what they said and goes where they are introduced", async () => {
    await page.locator("summary").tap();
    expect(await whoSpokeMost()).toContain(speaker.name);
    await voice().tap();
    await expect.poll(() => voice().getAttribute("aria-pressed")).toBe("true");

    const next = page.getByRole("button", { name: "Next quotation" });
    for (const [index, quotation] of own.slice(0, 3).entries()) {
      await next.tap();
      await position(index + 1).waitFor({ state: "attached" });
      const bar = await next.boundingBox();
      const words = await page.locator(`#q-${quotation.id}`).boundingBox();
      expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
    }

    await page.locator(`[data-q="${own[0]?.id}"]`).tap();
    const note = page.getByRole("dialog", { name: speaker.name });
    await note.getByRole("link", { name: "Where they are introduced" }).tap();
    await note.waitFor({ state: "hidden" });
    await expect.poll(async () => (await introduction().boundingBox())?.y).toBeLessThan(844);
    const box = await introduction().boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(0);
  });

  it("is never shown a sheet over the words that it is about", async () => {
    for (const quotation of own) {
      const control = page.locator(`[data-q="${quotation.id}"]`);
      // At the very bottom of the screen, where the sheet will come.
      await control.evaluate((element) => element.scrollIntoView({ block: "end", behavior: "instant" }));
      await page.evaluate(() => scrollBy({ top: -4, behavior: "instant" }));
      await control.tap();
      const note = page.getByRole("dialog", { name: speaker.name });
      await note.getByRole("button", { name: "Copy link" }).waitFor();
      const [sheet, words] = [await note.boundingBox(), await control.boundingBox()];
      expect((words?.y ?? 0) + (words?.height ?? 0), quotation.text).toBeLessThanOrEqual(sheet?.y ?? 0);
      expect(words?.y, quotation.text).toBeGreaterThanOrEqual(0);
      await note.getByRole("button", { name: "Close" }).tap();
      await note.waitFor({ state: "hidden" });
    }
  });

  it("copies a link, changes the theme and votes", async () => {
    await page.locator(`[data-q="${own[0]?.id}"]`).tap();
    const note = page.getByRole("dialog", { name: speaker.name });
    await note.getByRole("button", { name: "Copy link" }).tap();
    await page.getByText("Link copied").first().waitFor({ state: "attached" });
    expect(await copied()).toBe(address(own[0]));
    await note.getByRole("button", { name: "Close" }).tap();

    await page.getByRole("button", { name: "Reading settings" }).tap();
    const settings = page.getByRole("dialog", { name: "Reading settings" });
    await settings.getByRole("radio", { name: "Dark" }).tap();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await settings.getByRole("button", { name: "Close" }).tap();

    await page.locator('[name="enjoyed"][value="yes"]').tap();
    await page.locator('[name="enjoyed"][value="withdraw"]').waitFor();
  });
});
