import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { objections } from "../support/axe.ts";
import { hydrated, it as onSite } from "../support/on-site.ts";

/** What the synthesizer below was given to say. */
interface Said {
  text: string;
  onstart: (() => void) | null;
  onboundary: ((event: { charIndex: number }) => void) | null;
  onend: (() => void) | null;
}

/**
 * Test machines have no voices: a synthesizer that speaks until it is told to end stands in for theirs.
 * It shows that it is alive, unless it is `silent`.
 */
function speakOnDemand(silent: boolean): void {
  const voices = ["a", "b"].map((voiceURI) => ({
    voiceURI,
    lang: "en-GB",
    default: false,
    localService: true,
  }));
  const said: Said[] = [];
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance: Said) => {
      said.push(utterance);
      queueMicrotask(() => utterance.onstart?.());
    },
    cancel: () => undefined,
  });
  if (!silent) setInterval(() => said.at(-1)?.onboundary?.({ charIndex: 0 }), 500);
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  Object.assign(window, {
    said,
    SpeechSynthesisUtterance: class {
      text: string;
      onstart = null;
      onboundary = null;
      onend = null;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
}

/** Opens the story on a screen of this width, where there are voices. */
const it = onSite.extend("open", ({ story, newPage }) => async (width: number): Promise<Page> => {
  const page = await newPage({ viewport: { width, height: 844 } });
  await page.addInitScript(speakOnDemand, false);
  await page.goto(story.url);
  return page;
});

/** Ends what is being said and answers with all that was said so far. */
const finish = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { said } = window as unknown as { said: Said[] };
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
      // A long sentence is said clause by clause, and marked whole.
      await expect.poll(() => marked(page)).toContain(said);
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

  it("goes on where a voice falls silent without an end", async ({ story, newPage }) => {
    const page = await newPage();
    await page.clock.install();
    await page.addInitScript(speakOnDemand, true);
    await page.goto(story.url);
    await page.getByRole("button", { name: "Listen" }).click();
    const bar = page.getByRole("region", { name: "Listening" });
    await bar.getByText(/^Sentence 1 of /).waitFor();
    await page.clock.runFor(60_000);
    await expect.poll(() => bar.getByText(/^Sentence [2-9] of /).count()).toBe(1);
  });

  it.for([
    [390, "first"],
    [390, "last"],
    [1280, "first"],
    [1280, "last"],
  ] as const)("stands clear of the lens's bar (%i px, it comes %s)", async ([width, comes], { open }) => {
    const page = await open(width);
    const listening = page.getByRole("region", { name: "Listening" });
    const stepping = page.getByRole("region", { name: "Stepping through quotations" });
    const listen = async () => {
      await page.getByRole("button", { name: "Listen" }).click();
      await listening.waitFor();
    };
    const choose = async () => {
      await page.getByRole("group", { name: "Voices" }).getByRole("button").first().click();
      await stepping.waitFor();
    };
    for (const step of comes === "first" ? [listen, choose] : [choose, listen]) await step();
    const [one, other] = [await listening.boundingBox(), await stepping.boundingBox()];
    if (one === null || other === null) throw new Error("a bar is not shown");
    const [upper, lower] = one.y < other.y ? [one, other] : [other, one];
    expect(upper.y + upper.height).toBeLessThanOrEqual(lower.y);
    expect(upper.y).toBeGreaterThan(0);
    expect(lower.y + lower.height).toBeLessThanOrEqual(844);
    // Each can be pressed where it stands.
    await stepping.getByRole("button", { name: "Next quotation" }).click();
    await listening.getByRole("button", { name: "Pause" }).click();
    await stepping.getByRole("button", { name: "Show everyone" }).click();
    await stepping.waitFor({ state: "hidden" });
    expect(await listening.isVisible()).toBe(true);
  });

  it.for([390, 1280])("holds nothing that axe would object to (%i px)", async (width, { open }) => {
    const page = await open(width);
    await page.getByRole("button", { name: "Listen" }).click();
    await page.getByRole("region", { name: "Listening" }).waitFor();
    expect(await objections(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
