import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Article } from "#model/article.ts";
import { startSite } from "#tools/support/site.ts";
import { objections } from "../support/axe.ts";
import { hydrated, it as onSite } from "../support/on-site.ts";
import { readJson } from "../support/story.ts";

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

/** Where the views are found. */
interface Places {
  readonly front: string;
  readonly nothing: string;
  readonly story: string;
  readonly quotation: string;
  readonly crowd: string;
  readonly plain: string;
  readonly lost: string;
}

const it = onSite
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from it what a fixture needs
  .extend("empty", { scope: "file" }, async ({}, { onCleanup }) => {
    const empty = await startSite({ samples: false });
    onCleanup(() => empty.stop());
    return empty;
  })
  .extend("places", { scope: "file" }, async ({ site, empty, story }): Promise<Places> => {
    const ingest = async (slug: string, text: string): Promise<Article> => {
      const file = join(site.dataDir, `${slug}.txt`);
      await writeFile(file, text);
      await site.run("ingest", file, "--slug", slug);
      return readJson<Article>(`${site.url}/api/articles/${slug}`);
    };
    const before = await ingest("quiet", extras.before);
    const [crowd, plain, quiet] = [
      await ingest("crowd", extras.crowd),
      await ingest("plain", extras.plain),
      await ingest("quiet", extras.after),
    ];
    return {
      front: site.url,
      nothing: empty.url,
      story: story.url,
      quotation: `${story.url}/quotes/${story.quotations[0]?.id}`,
      crowd: crowd.url,
      plain: plain.url,
      lost: `${quiet.url}/quotes/${before.quotations[1]?.id}`,
    };
  });

const widths = [320, 390, 768, 1280, 2560];
/** The two layouts, and by theme what axe is asked there: a theme changes colours alone. */
const layouts = [390, 1280];
const themes = [
  { theme: "light", rule: undefined },
  { theme: "sepia", rule: "color-contrast" },
  { theme: "dark", rule: "color-contrast" },
] as const;
const toStory = async (page: Page, { story }: Places): Promise<void> => {
  await page.goto(story);
  await hydrated(page);
};

const views: readonly {
  readonly name: string;
  readonly locale?: string;
  readonly serviceWorkers?: "allow" | "block";
  open(page: Page, places: Places): Promise<unknown>;
}[] = [
  { name: "front page", open: (page, { front }) => page.goto(front) },
  { name: "front page without stories", open: (page, { nothing }) => page.goto(nothing) },
  { name: "front page in Arabic", locale: "ar", open: (page, { front }) => page.goto(front) },
  { name: "story", open: toStory },
  { name: "story in an Arabic interface", locale: "ar", open: toStory },
  { name: "story of fifteen voices", open: (page, { crowd }) => page.goto(crowd) },
  { name: "story without quotations", open: (page, { plain }) => page.goto(plain) },
  {
    name: "score unfolded",
    open: async (page, places) => {
      await toStory(page, places);
      await page.locator("summary").click();
    },
  },
  { name: "permalink", open: (page, { quotation }) => page.goto(quotation) },
  {
    name: "permalink whose words were taken out",
    open: (page, { lost }) => page.goto(lost),
  },
  {
    name: "lens in use",
    open: async (page, { story }) => {
      await page.goto(`${story}?voices=s1`);
      await hydrated(page);
      await page.keyboard.press("j");
      await page.getByRole("region", { name: "Stepping through quotations" }).waitFor();
    },
  },
  {
    name: "note at a quotation",
    open: async (page, places) => {
      await toStory(page, places);
      await page.locator("[data-q]").nth(1).click();
      await page.getByRole("button", { name: "Copy link" }).waitFor();
    },
  },
  {
    name: "list of keys",
    open: async (page, places) => {
      await toStory(page, places);
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
    },
  },
  {
    name: "reading settings",
    open: async (page, places) => {
      await toStory(page, places);
      await page.getByRole("button", { name: "Reading settings" }).click();
      await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
    },
  },
  {
    name: "story voted on",
    open: async (page, places) => {
      await toStory(page, places);
      await page.locator('button[name="enjoyed"][value="yes"]').click();
      await page.locator('button[name="enjoyed"][value="withdraw"]').waitFor();
    },
  },
  { name: "page of saved quotations, without any", open: (page, { front }) => page.goto(`${front}/saved`) },
  {
    name: "page of saved quotations, one of them just removed",
    open: async (page, places) => {
      await toStory(page, places);
      for (const at of [0, 4]) {
        await page.locator("[data-quotation]").nth(at).click();
        await page.getByRole("dialog").getByRole("button", { name: "Keep" }).click();
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }
      await page.goto(`${places.front}/saved`);
      await page.getByRole("button", { name: "Remove" }).first().click();
      await page.getByRole("button", { name: "Undo" }).waitFor();
    },
  },
  { name: "vote without JavaScript", open: (page, { story }) => page.goto(`${story}/vote`) },
  { name: "unknown address", open: (page, { front }) => page.goto(`${front}/nothing/here`) },
  {
    name: "story read offline",
    serviceWorkers: "allow",
    open: async (page, places) => {
      await toStory(page, places);
      // From here on the sign's own code is kept.
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.context().setOffline(true);
      await page.getByText("You are offline.").waitFor();
    },
  },
];

describe.each(views)("on the $name", ({ locale = "en-GB", serviceWorkers = "block", open }) => {
  it("axe finds nothing in either layout and any theme, and at no width it scrolls sideways", async ({
    newPage,
    places,
  }) => {
    const page = await newPage({
      locale,
      serviceWorkers,
      viewport: { width: 1280, height: 800 },
      reducedMotion: "reduce",
    });
    await open(page, places);
    // What is drawn last on any page: the faces, and what React puts in.
    await page.locator(":root[data-faces]").waitFor();
    const found: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) found.push(`${width}: ${wide} wide`);
      if (!layouts.includes(width)) continue;
      for (const { theme, rule } of themes) {
        await page.evaluate((chosen) => {
          document.documentElement.dataset.theme = chosen;
        }, theme);
        for (const objection of await objections(page, rule)) found.push(`${theme} ${width}: ${objection}`);
      }
    }
    expect(found).toEqual([]);
  });
});

describe("by keyboard", () => {
  it("everything that can be used is reached in order, with a focus that shows", async ({
    story,
    openStory,
  }) => {
    const page = await openStory(story.url, { viewport: { width: 1280, height: 800 } });
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

  it("the first stop skips to the story", async ({ story, openStory }) => {
    const page = await openStory(story.url);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
  });
});

describe("targets", () => {
  it("are 24 px or more, words in a line of text aside", async ({ story, openStory }) => {
    const page = await openStory(story.url, { viewport: { width: 390, height: 800 }, hasTouch: true });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, input, select, summary, nav a")]
        .map((element) => ({ html: element.outerHTML.slice(0, 120), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ html, box }) => `${html} ${box.width}×${box.height}`),
    );
    expect(small).toEqual([]);
  });
});
