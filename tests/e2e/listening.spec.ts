import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { objections } from "../support/axe.ts";
import { hydrated, it as onSite } from "../support/on-site.ts";

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

/** Opens the story on a screen of this width, where there are voices. */
const it = onSite.extend("open", ({ story, newPage }) => async (width: number): Promise<Page> => {
  const page = await newPage({ viewport: { width, height: 844 } });
  await page.addInitScript(speakOnDemand);
  await page.goto(story.url);
  return page;
});

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
  it("leaves no trace where there are no voices", async ({ story, newPage }) => {
    const page = await newPage();
    await page.addInitScript(() => Reflect.deleteProperty(Window.prototype, "speechSynthesis"));
    await page.addInitScript(() => Reflect.deleteProperty(window, "speechSynthesis"));
    await page.goto(story.url);
    await hydrated(page);
    expect(await page.getByRole("button", { name: "Listen" }).count()).toBe(0);
  });

  it("follows the spoken words on the page, from the headline on", async ({ open }) => {
    const page = await open(1280);
    await page.getByRole("button", { name: "Listen" }).click();
    await page.getByRole("region", { name: "Listening" }).waitFor();
    for (let breath = 0; breath < 12; breath++) {
      const said = (await finish(page)).at(-1) ?? "";
      await expect.poll(() => marked(page)).toBe(said);
    }
  });

  it("skips to each quotation in turn, brings it into view and names its speaker", async ({
    story,
    open,
  }) => {
    const page = await open(390);
    await page.getByRole("button", { name: "Listen" }).click();
    const bar = page.getByRole("region", { name: "Listening" });
    await bar.waitFor();
    for (const quotation of story.quotations.slice(0, 6)) {
      await bar.getByRole("button", { name: "Next quotation" }).click();
      const speaker = story.speakers.find(({ id }) => id === quotation.speaker)?.name ?? "Speaker not named";
      await bar.getByText(speaker, { exact: true }).waitFor();
      // The same speaker may have been named before: the words tell that the next quotation has begun.
      const start = async () => (await marked(page)).slice(0, 12);
      await expect.poll(start).not.toBe("");
      await expect.poll(async () => quotation.text.includes(await start())).toBe(true);
      const words = page.locator(`#q-${quotation.id}`);
      await expect.poll(async () => (await words.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
      await expect.poll(async () => (await words.boundingBox())?.y ?? 9_999).toBeLessThan(844);
    }
    await bar.getByRole("button", { name: "Stop listening" }).click();
    await bar.waitFor({ state: "hidden" });
    expect(await marked(page)).toBe("");
  });

  it.for([390, 1280])("holds nothing that axe would object to (%i px)", async (width, { open }) => {
    const page = await open(width);
    await page.getByRole("button", { name: "Listen" }).click();
    await page.getByRole("region", { name: "Listening" }).waitFor();
    expect(await objections(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
