import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article } from "#model/article.ts";
import { objections } from "../support/axe.ts";
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

/** Test machines have no voices: a synthesizer that speaks when it is told to stands in for theirs. */
function speakOnDemand(): void {
  const voices = ["a", "b"].map((voiceURI) => ({
    voiceURI,
    lang: "en-GB",
    default: false,
    localService: true,
  }));
  const said: { text: string; onend: (() => void) | null }[] = [];
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance: (typeof said)[number]) => said.push(utterance),
    cancel: () => undefined,
  });
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  Object.assign(window, {
    said,
    SpeechSynthesisUtterance: class {
      text: string;
      onend: (() => void) | null = null;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
}

async function open(width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 844 } })).newPage();
  await page.addInitScript(speakOnDemand);
  await page.goto(`${site.url}/articles/${story.slug}`, { waitUntil: "networkidle" });
  return page;
}

/** Ends what is being said and answers with all that was said so far. */
const finish = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { said } = window as unknown as { said: { text: string; onend: (() => void) | null }[] };
    said.at(-1)?.onend?.();
    return said.map(({ text }) => text);
  });

/** The words that the page marks as being spoken. */
const marked = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...(CSS.highlights.get("spoken") ?? [])].map((range) => (range as Range).toString()).join(""),
  );

describe("listening", () => {
  it("leaves no trace where there are no voices", async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(Window.prototype, "speechSynthesis"));
    await page.addInitScript(() => Reflect.deleteProperty(window, "speechSynthesis"));
    await page.goto(`${site.url}/articles/${story.slug}`, { waitUntil: "networkidle" });
    expect(await page.getByRole("button", { name: "Listen" }).count()).toBe(0);
    await page.close();
  });

  it("follows the spoken words on the page, from the headline on", async () => {
    const page = await open(1280);
    await page.getByRole("button", { name: "Listen" }).click();
    await page.getByRole("region", { name: "Listening" }).waitFor();
    for (let breath = 0; breath < 12; breath++) {
      const said = (await finish(page)).at(-1) ?? "";
      await expect.poll(() => marked(page)).toBe(said);
    }
    await page.close();
  });

  it("skips to each quotation in turn, brings it into view and names its speaker", async () => {
    const page = await open(390);
    await page.getByRole("button", { name: "Listen" }).click();
    const bar = page.getByRole("region", { name: "Listening" });
    await bar.waitFor();
    for (const quotation of story.quotations.slice(0, 6)) {
      await bar.getByRole("button", { name: "Next quotation" }).click();
      const speaker = story.speakers.find(({ id }) => id === quotation.speaker)?.name ?? "Speaker not named";
      await bar.getByText(speaker, { exact: true }).waitFor();
      expect(quotation.text).toContain((await marked(page)).slice(0, 12));
      const words = page.locator(`#q-${quotation.id}`);
      await expect.poll(async () => (await words.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
      await expect.poll(async () => (await words.boundingBox())?.y ?? 9_999).toBeLessThan(844);
    }
    await bar.getByRole("button", { name: "Stop listening" }).click();
    await bar.waitFor({ state: "hidden" });
    expect(await marked(page)).toBe("");
    await page.close();
  });

  it.each([390, 1280])("holds nothing that axe would object to (%i px)", async (width) => {
    const page = await open(width);
    await page.getByRole("button", { name: "Listen" }).click();
    await page.getByRole("region", { name: "Listening" }).waitFor();
    expect(await objections(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });
});
