import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article } from "#model/article.ts";
import { objections } from "../support/axe.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Site, startSite } from "../support/site.ts";
import { readJson, readRichestStory } from "../support/story.ts";

let site: Site;
let empty: Site;
let browser: Browser;
let story: Article;

/** A story with more voices than there are colours, one without any, and one that loses a quotation. */
const crowd = Array.from({ length: 15 }, (_, index) => {
  const name = `${"ABCDEFGHIJKLMNO"[index]}nna ${"Fenwick Quill Okonkwo Pell Nwosu Ott Hale Marchetti Kowal Brandt Tanabe Holm Farouk Ek Trench".split(" ")[index]}`;
  return `${name}, a baker, came in early. “I have waited eleven years,” ${name} said.`;
});
const extras = {
  crowd: `Fifteen people and one bridge\n\n${crowd.join("\n\n")}`,
  plain: "Tide table changes from Monday\n\nThe harbour office will print the table a week earlier.",
  before: "A quiet day\n\n“It was quiet,” Ruth Ansell said. “It will not stay so.”",
  after: "A quiet day\n\n“It was quiet,” Ruth Ansell said.",
};
let lost = "";

beforeAll(async () => {
  [site, empty, browser] = await Promise.all([startSite(), startSite({ samples: false }), launchChromium()]);
  story = await readRichestStory(site.url);
  const folder = await mkdtemp(join(tmpdir(), "verbatim-stories-"));
  for (const [slug, text] of Object.entries(extras)) {
    const file = join(folder, `${slug}.txt`);
    await writeFile(file, text);
    await site.run("ingest", file, "--slug", slug === "after" || slug === "before" ? "quiet" : slug);
    if (slug === "before")
      lost = (await readJson<Article>(`${site.url}/api/articles/quiet`)).quotations[1]?.id ?? "";
  }
  await rm(folder, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([site?.stop(), empty?.stop()]);
});

const widths = [320, 390, 768, 1280, 2560];
/** Colours do not depend on the width: the darker themes are looked at on a phone and a desktop. */
const themes = [
  { theme: "light", widths },
  { theme: "sepia", widths: [390, 1280] },
  { theme: "dark", widths: [390, 1280] },
] as const;
const storyAddress = () => `${site.url}/articles/${story.slug}`;
const openStory = (page: Page) => page.goto(storyAddress(), { waitUntil: "networkidle" });

const views: readonly { name: string; locale?: string; open: (page: Page) => Promise<unknown> }[] = [
  { name: "front page", open: (page) => page.goto(site.url) },
  { name: "front page without stories", open: (page) => page.goto(empty.url) },
  { name: "front page in Arabic", locale: "ar", open: (page) => page.goto(site.url) },
  { name: "story", open: openStory },
  { name: "story in an Arabic interface", locale: "ar", open: openStory },
  { name: "story of fifteen voices", open: (page) => page.goto(`${site.url}/articles/crowd`) },
  { name: "story without quotations", open: (page) => page.goto(`${site.url}/articles/plain`) },
  {
    name: "score unfolded",
    open: async (page) => {
      await openStory(page);
      await page.locator("summary").click();
    },
  },
  { name: "permalink", open: (page) => page.goto(`${storyAddress()}/quotes/${story.quotations[0]?.id}`) },
  {
    name: "permalink whose words were taken out",
    open: (page) => page.goto(`${site.url}/articles/quiet/quotes/${lost}`),
  },
  {
    name: "lens in use",
    open: async (page) => {
      await page.goto(`${storyAddress()}?voices=s1`, { waitUntil: "networkidle" });
      await page.keyboard.press("j");
      await page.getByRole("region", { name: "Stepping through quotations" }).waitFor();
    },
  },
  {
    name: "note at a quotation",
    open: async (page) => {
      await openStory(page);
      await page.locator("[data-q]").nth(1).click();
      await page.getByRole("button", { name: "Copy link" }).waitFor();
    },
  },
  {
    name: "list of keys",
    open: async (page) => {
      await openStory(page);
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
    },
  },
  {
    name: "reading settings",
    open: async (page) => {
      await openStory(page);
      await page.getByRole("button", { name: "Reading settings" }).click();
      await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
    },
  },
  {
    name: "story voted on",
    open: async (page) => {
      await openStory(page);
      await page.locator('button[name="enjoyed"][value="yes"]').click();
      await page.locator('button[name="enjoyed"][value="withdraw"]').waitFor();
    },
  },
  { name: "vote without JavaScript", open: (page) => page.goto(`${storyAddress()}/vote`) },
  { name: "unknown address", open: (page) => page.goto(`${site.url}/nothing/here`) },
  {
    name: "story read offline",
    open: async (page) => {
      await openStory(page);
      // From here on the sign's own code is kept.
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.context().setOffline(true);
      await page.getByText("You are offline.").waitFor();
    },
  },
];

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

describe.each(views)("on the $name", ({ locale = "en-GB", open }) => {
  it.each(themes)(
    "axe finds nothing in $theme at any width, and nothing scrolls sideways",
    async ({ theme, widths }) => {
      await inContext(
        {
          locale,
          colorScheme: theme === "dark" ? "dark" : "light",
          viewport: { width: 1280, height: 800 },
          reducedMotion: "reduce",
        },
        async (context) => {
          await context.addInitScript(
            (chosen) => localStorage.setItem("verbatim:settings", chosen),
            JSON.stringify(theme === "sepia" ? { theme } : {}),
          );
          const page = await context.newPage();
          await open(page);
          await page.waitForLoadState("networkidle");
          const found: string[] = [];
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            for (const objection of await objections(page)) found.push(`${width}: ${objection}`);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            if (wide > width) found.push(`${width}: ${wide} wide`);
          }
          expect(found).toEqual([]);
        },
      );
    },
  );
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
