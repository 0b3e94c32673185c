import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Article } from "#model/article.ts";
import { it } from "../support/on-site.ts";

/** The sum of the layout shifts since the page began. */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: "layout-shift", buffered: true });
    return observer.takeRecords().reduce((sum, entry) => sum + Object(entry).value, 0);
  });

/** From then on the device knows its faces, and a page asks for them at once. */
async function visitOnce(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => localStorage.getItem("verbatim:faces") !== null);
}

/** Whether the page asked for its faces before everything else was there. */
const askedEarly = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [{ loadEventStart } = { loadEventStart: 0 }] = performance.getEntriesByType("navigation") as [
      PerformanceNavigationTiming?,
    ];
    const faces = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".woff2"));
    return faces.some(({ startTime }) => startTime < loadEventStart);
  });

/** Notes for each page to come, in its first frame, whether its first screen is all that is laid out. */
async function noteFirstFrame(page: Page): Promise<void> {
  await page.addInitScript(() => {
    requestAnimationFrame(() => {
      const drawn = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((part) => part.getClientRects().length > 0).length;
      const alone = "firstScreen" in document.documentElement.dataset;
      const firstFrame = { alone, blocks: drawn("article [id^='b']"), voices: drawn("[aria-pressed]") };
      Object.assign(window, { firstFrame });
    });
  });
}

interface FirstFrame {
  readonly alone: boolean;
  readonly blocks: number;
  readonly voices: number;
}

/** All may be loaded before a frame is drawn. */
const firstFrame = async (page: Page): Promise<FirstFrame> =>
  (await page.waitForFunction(() => Object(window).firstFrame)).jsonValue();

describe("the first paint", () => {
  it.for([390, 1280])(
    "is not moved by faces that come after it (%i px)",
    async (width, { story, newPage }) => {
      const page = await newPage({ viewport: { width, height: 844 } });
      await visitOnce(page, story.url);
      const late: (() => Promise<void>)[] = [];
      let painted = false;
      await page.route("**/*.woff2", (route) => {
        if (painted) return route.continue();
        late.push(() => route.continue());
      });
      await page.goto(story.url, { waitUntil: "commit" });
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      painted = true;
      expect(late.length).toBeGreaterThan(0);
      await Promise.all(late.map((release) => release()));
      await page.waitForLoadState("networkidle");
      expect(await layoutShift(page)).toBeLessThanOrEqual(0.01);
    },
  );

  it("is followed by a view that is set in the faces that came late", async ({ site, newPage }) => {
    const page = await newPage({ viewport: { width: 390, height: 844 } });
    const fonts = Promise.withResolvers<void>();
    await page.route("**/*.woff2", async (route) => {
      await fonts.promise;
      await route.continue();
    });
    const inUse = () =>
      page.evaluate(() =>
        [...document.fonts].some(
          ({ weight, style, status }) => weight === "400 700" && style === "normal" && status === "loaded",
        ),
      );
    await page.goto(site.url, { waitUntil: "domcontentloaded" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    fonts.resolve();
    await page.waitForLoadState("networkidle");
    expect(await inUse()).toBe(false);
    await page.locator("main a[href^='/articles/']").first().click();
    await page.waitForURL("**/articles/*");
    await expect.poll(inUse).toBe(true);
  });

  it("does not share a far line with faces, unless the device has them", async ({ story, newPage }) => {
    const page = await newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 200,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await visitOnce(page, story.url);
    expect(await askedEarly(page)).toBe(false);
    await page.goto(story.url, { waitUntil: "load" });
    expect(await askedEarly(page)).toBe(true);
  });

  it.for([
    ["the story's first words", "article p[id]", () => ""],
    ["the linked quotation", "mark", ({ quotations }) => `/quotes/${quotations.at(-1)?.id}`],
  ] satisfies [string, string, (story: Article) => string][])(
    "has %s in view, and does not come before, on a slow device",
    async ([, awaited, address], { story, newPage }) => {
      const page = await newPage({ viewport: { width: 390, height: 844 } });
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 12 });
      await page.addInitScript((selector) => {
        requestAnimationFrame(() => {
          const { top = -1, bottom = -1 } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
          Object.assign(window, { inFirstFrame: top >= 0 && top < innerHeight && bottom > top });
        });
      }, awaited);
      await page.goto(story.url + address(story), { waitUntil: "load" });
      await page.waitForFunction(() => "inFirstFrame" in window);
      expect(await page.evaluate(() => Object(window).inFirstFrame)).toBe(true);
    },
  );

  it.for([320, 390, 768, 1280])(
    "is of the words of a story's first screen alone, and the rest follows (%i px)",
    async (width, { story, newPage }) => {
      const page = await newPage({ viewport: { width, height: 844 } });
      await noteFirstFrame(page);
      await page.goto(story.url, { waitUntil: "load" });
      expect(await firstFrame(page)).toEqual({ alone: true, blocks: 1, voices: 0 });
      await page.getByRole("group", { name: "Voices" }).getByRole("button").first().waitFor();
      await page.getByRole("button", { name: "Yes" }).waitFor();
      expect(await layoutShift(page)).toBe(0);
    },
  );

  it.for(["#b9", "#:~:text=river", "/quotes/"])(
    "is of the whole story for a reader who comes to a place in it (%s)",
    async (place, { story, newPage }) => {
      const page = await newPage({ viewport: { width: 390, height: 844 } });
      await noteFirstFrame(page);
      const address = place.startsWith("#") ? place : `${place}${story.quotations.at(-1)?.id}`;
      await page.goto(story.url + address, { waitUntil: "load" });
      expect((await firstFrame(page)).alone).toBe(false);
    },
  );

  it("is of the whole story for a reader who comes back to it", async ({ story, newPage }) => {
    const page = await newPage({ viewport: { width: 390, height: 844 } });
    await noteFirstFrame(page);
    await page.goto(story.url, { waitUntil: "load" });
    await page.reload({ waitUntil: "load" });
    expect((await firstFrame(page)).alone).toBe(false);
  });

  it("leaves all of the story where a reader finds it who jumps to its end", async ({ story, newPage }) => {
    const page = await newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(story.url, { waitUntil: "networkidle" });
    const [found = -1, ...later] = await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const answer = document.querySelector('[name="enjoyed"]');
      const tops: number[] = [];
      scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
      for (let frames = 0; frames < 4; frames++) {
        tops.push(answer?.getBoundingClientRect().top ?? -1);
        await frame();
      }
      return tops;
    });
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(844);
    expect(later).toEqual([found, found, found]);
  });

  it("costs a reader who uses no tool none of their code", async ({ story, newPage }) => {
    const page = await newPage();
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await page.goto(story.url, { waitUntil: "networkidle" });
    const parts =
      /Body|StoryTools|SettingsPanel|ListenBar|Sharing|ShareLayer|PlaceKeeper|reading-(?:ar|de|en)/;
    expect(fetched.filter((url) => /take-over/.test(url))).toHaveLength(1);
    expect(fetched.filter((url) => parts.test(url))).toEqual([]);
    await page.getByRole("group", { name: "Voices" }).getByRole("button").first().click();
    await page.getByRole("button", { name: "Reading settings" }).click();
    await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
    expect(fetched.some((url) => parts.test(url))).toBe(true);
  });
});
