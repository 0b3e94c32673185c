import { JSDOM } from "jsdom";
import { describe, expect } from "vitest";
import { scoreOf } from "#model/score.ts";
import { hydrated, it, openSettings } from "../support/on-site.ts";
import { readStories } from "../support/story.ts";

describe("a story's HTML, fetched without a browser", () => {
  it("holds one heading of the first rank, the date, every paragraph and every quotation", async ({
    site,
  }) => {
    for (const article of await readStories(site.url)) {
      const html = await (await fetch(`${site.url}/articles/${article.slug}`)).text();
      const { document } = new JSDOM(html).window;
      expect(document.querySelectorAll("h1")).toHaveLength(1);
      expect(document.querySelector("h1")?.textContent).toBe(article.headline);
      expect(document.querySelector("time[datetime]")?.getAttribute("datetime")).toContain(
        article.datePublished?.slice(0, 10),
      );
      for (const quotation of article.quotations) {
        const segments = [...document.querySelectorAll(`[data-quotation="${quotation.id}"]`)];
        expect(document.getElementById(`q-${quotation.id}`)).toBe(segments[0]);
        expect(
          segments
            .map((segment) => segment.textContent)
            .join("")
            .replaceAll("\n", ""),
        ).toBe(quotation.text.replaceAll("\n", ""));
      }
      // Controls stand between the words, so a block's own words are what is left without them.
      for (const control of document.querySelectorAll("main button, main [data-q]")) control.remove();
      const text = (document.querySelector("main")?.textContent ?? "").replaceAll(/\s+/g, " ");
      const words = text.replaceAll(/\s/g, "");
      for (const block of article.blocks) {
        const opening = block.text.slice(0, 24).replaceAll(/\s/g, "");
        expect(words).toContain(opening);
      }
    }
  });

  it("says in its head what it is, for those who unfurl it", async ({ story }) => {
    const html = await (await fetch(story.url)).text();
    const { document } = new JSDOM(html).window;
    expect(document.title).toContain(story.headline);
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute("href")).toBe(story.url);
    expect(document.querySelector('meta[property="og:title"]')?.getAttribute("content")).toBeTruthy();
  });
});

describe("a story in a browser", () => {
  it.for([true, false])(
    "scrolls to the linked quotation and marks it (JavaScript: %s)",
    async (javaScriptEnabled, { story, newPage }) => {
      const page = await newPage({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
      const last = story.quotations.at(-1);
      await page.goto(`${story.url}/quotes/${last?.id}`, { waitUntil: "load" });
      const quotation = page.locator(`#q-${last?.id}`);
      await expect.poll(async () => (await quotation.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
      await expect.poll(async () => (await quotation.boundingBox())?.y ?? 10_000).toBeLessThan(844);
      expect(await page.locator("mark").count()).toBeGreaterThan(0);
    },
  );

  it("hydrates without a word on the console, on every view", async ({ site, story, newPage }) => {
    const page = await newPage({ serviceWorkers: "allow" });
    const said: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(String(error)));
    const quotation = story.quotations[0]?.id;
    for (const address of ["/", `/articles/${story.slug}`, `/articles/${story.slug}/quotes/${quotation}`]) {
      await page.goto(site.url + address);
      await openSettings(page);
    }
    expect(said).toEqual([]);
  });

  it("opens a story from the front page without a reload, and keeps the place on the way back", async ({
    site,
    newPage,
  }) => {
    const page = await newPage({ viewport: { width: 390, height: 600 } });
    await page.goto(site.url);
    await openSettings(page);
    await page.keyboard.press("Escape");
    await page.evaluate(() => {
      // At the click itself: on its way there the pointer may scroll the page once more.
      addEventListener("click", () => Object.assign(window, { left: scrollY }), { capture: true });
    });
    await page.locator("main a[href^='/articles/']").last().click();
    await page.waitForURL("**/articles/*");
    await expect.poll(() => page.title()).not.toBe("");
    // Known only where the document is still the same one.
    const before = Number(await page.evaluate(() => Object(window).left));
    expect(before).toBeGreaterThan(0);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    // To the pixel but for rounding: device pixels and CSS pixels need not end on the same line.
    await expect
      .poll(async () => Math.abs((await page.evaluate(() => scrollY)) - before))
      .toBeLessThanOrEqual(2);
  });

  it("answers an unknown address with a page that helps", async ({ site, newPage }) => {
    const page = await newPage();
    const answer = await page.goto(`${site.url}/articles/there-is-no-such-story`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("main a[href='/']").count()).toBeGreaterThan(0);
  });

  it.for([
    ["with", true],
    ["without", false],
  ] as const)(
    "leads from a mark of the score to its quotation, %s JavaScript",
    async ([, javaScriptEnabled], { story, newPage }) => {
      const page = await newPage({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
      await page.goto(story.url);
      const last = story.quotations.findLast(({ speaker }) => speaker === story.speakers[0]?.id);
      const quotation = page.locator(`[id="q-${last?.id}"]`);
      expect((await quotation.boundingBox())?.y).toBeGreaterThan(844);
      // The first voice's line, where its last mark is.
      const line = page.getByRole("group", { name: "Voices" }).locator("svg").first();
      const { width, height } = (await line.boundingBox()) ?? { width: 0, height: 0 };
      const { marks } = scoreOf(story).voices[0] ?? { marks: [] };
      const at = ((marks.at(-1)?.start ?? 0) / scoreOf(story).length) * width;
      if (javaScriptEnabled) await hydrated(page);
      await line.click({ position: { x: at + 1, y: height / 2 }, force: true });
      await expect.poll(async () => (await quotation.boundingBox())?.y).toBeLessThan(844 / 2);
    },
  );
});
