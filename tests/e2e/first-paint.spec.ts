import { brotliCompressSync } from "node:zlib";
import type { CDPSession, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "../support/on-site.ts";

/** The sum of the layout shifts since the page began. */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: "layout-shift", buffered: true });
    return observer.takeRecords().reduce((sum, entry) => sum + Object(entry).value, 0);
  });

const painted = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);

/** Slow 4G as Lighthouse simulates it. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** Whether the words of an element are drawn in a face that came with the page, as the browser itself tells. */
async function inOurFace(devtools: CDPSession, selector: string): Promise<boolean> {
  const { root } = await devtools.send("DOM.getDocument");
  const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.some(({ familyName, isCustomFont }) => isCustomFont && familyName.startsWith("Source S"));
}

/** In one the story is set, in the other what stands around it. */
const [serif, sans] = ["article h1", "article time"] as const;

async function inspect(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  for (const domain of ["Network", "DOM", "CSS"] as const) await devtools.send(`${domain}.enable`);
  return devtools;
}

describe("the faces of a first visit", () => {
  it.for([
    ["near", null],
    ["far", slow4G],
  ] as const)(
    "are both drawn, and never one without the other (%s)",
    async ([, line], { story, newPage }) => {
      const page = await newPage({ viewport: { width: 390, height: 844 } });
      const devtools = await inspect(page);
      if (line !== null) await devtools.send("Network.emulateNetworkConditions", line);
      await page.goto(story.url, { waitUntil: "commit" });
      await page.locator(sans).waitFor();
      for (let ours = false; !ours; ) {
        ours = await inOurFace(devtools, serif);
        const other = await inOurFace(devtools, sans);
        // They may have come between the two questions, but not between two of them and the third.
        expect(other).toBe(ours ? true : other && (await inOurFace(devtools, serif)));
      }
      expect(await inOurFace(devtools, sans)).toBe(true);
    },
  );

  it.for([320, 390, 768, 1280])(
    "move nothing when they come late (%i px)",
    async (width, { story, newPage }) => {
      const page = await newPage({ viewport: { width, height: 844 } });
      const devtools = await inspect(page);
      const held = Promise.withResolvers<void>();
      await page.route("**/*.woff2", (route) => held.promise.then(() => route.continue()));
      await page.goto(story.url, { waitUntil: "domcontentloaded" });
      await painted(page);
      expect(await inOurFace(devtools, serif)).toBe(false);
      held.resolve();
      await expect.poll(() => inOurFace(devtools, serif)).toBe(true);
      expect(await layoutShift(page)).toBeLessThanOrEqual(0.01);
    },
  );

  it("leave the words in the device's own where they never come", async ({ story, newPage }) => {
    const page = await newPage();
    const devtools = await inspect(page);
    await page.route(/sans[^/]*\.woff2/, (route) => route.abort());
    await page.goto(story.url, { waitUntil: "load" });
    expect([await inOurFace(devtools, serif), await inOurFace(devtools, sans)]).toEqual([false, false]);
  });

  it("are drawn without JavaScript too", async ({ story, newPage }) => {
    const page = await newPage({ javaScriptEnabled: false });
    const devtools = await inspect(page);
    await page.goto(story.url, { waitUntil: "load" });
    await expect.poll(() => inOurFace(devtools, serif)).toBe(true);
    await expect.poll(() => inOurFace(devtools, sans)).toBe(true);
  });
});

describe("the first frame", () => {
  it("has the linked quotation in view, and does not come before, on a slow device", async ({
    story,
    newPage,
  }) => {
    const page = await newPage({ viewport: { width: 390, height: 844 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 12 });
    await page.addInitScript(() => {
      requestAnimationFrame(() => {
        const { top = -1, bottom = -1 } = document.querySelector("mark")?.getBoundingClientRect() ?? {};
        Object.assign(window, { inFirstFrame: top >= 0 && top < innerHeight && bottom > top });
      });
    });
    await page.goto(`${story.url}/quotes/${story.quotations.at(-1)?.id}`, { waitUntil: "load" });
    await page.waitForFunction(() => "inFirstFrame" in window);
    expect(await page.evaluate(() => Object(window).inFirstFrame)).toBe(true);
  });

  it("leaves all of the story where a reader finds it who jumps to its end", async ({ story, openStory }) => {
    const page = await openStory(story.url, { viewport: { width: 390, height: 844 } });
    const [found = -1, ...later] = await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const answer = document.querySelector('[name="enjoyed"]');
      const tops: number[] = [];
      answer?.scrollIntoView({ block: "center", behavior: "instant" });
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

  it("costs a reader who uses no tool none of their code", async ({ story, openStory }) => {
    const page = await openStory(story.url);
    const later: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "script") later.push(request.url());
    });
    await page.getByRole("group", { name: "Voices" }).hover();
    expect(later).toEqual([]);
    await page.getByRole("button", { name: "Reading settings" }).click();
    await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
    expect(later.length).toBeGreaterThan(0);
  });
});

describe("what runs before the first paint", () => {
  it("is at most one kilobyte, compressed", async ({ story }) => {
    const html = await (await fetch(story.url)).text();
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = ""]) => code);
    expect(scripts).toHaveLength(2);
    expect(brotliCompressSync(scripts.join("")).length).toBeLessThanOrEqual(1_000);
  });
});
