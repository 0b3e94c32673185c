import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { startSite } from "#tools/support/site.ts";
import { hydrated, it as onSite } from "../support/on-site.ts";

const endless = `Sankt${"weidenbrunner".repeat(5)}muehlenverein`;
const role = "deputy permanent undersecretary for inland waterways, ferries and the northern fisheries";
const people = [
  `Marguerite Oyelaran-Whitcombe, ${role},`,
  "the Aldermere Chamber of Commerce",
  ...[
    "Ash",
    "Quill",
    "Dunmore",
    "Brandt",
    "Crane",
    "Vogt",
    "Zielny",
    "Diallo",
    "Penhale",
    "Tanabe",
    "Ferro",
    "Okland",
  ].map((name) => `Tilda ${name}`),
];

/** Stories that no newspaper would miss, and no layout expects. */
const stories = {
  crowd: `---\nheadline: Fourteen people and one weir\ndate: 2026-10-04\n---\n\n${people
    .map((who, index) => `“The water came up to step ${index + 1},” said ${who} on Friday.`)
    .join("\n\n")}`,
  silent:
    "---\nheadline: The library counts its umbrellas\ndate: 2026-10-03\n---\n\nNine of them are whole.\n\nThe rest go to the theatre.",
  short:
    "---\nheadline: The bell rings again\ndate: 2026-10-02\n---\n\nThe bell rang on Monday.\n\n“I had forgotten how loud it is,” said Ines Quill.",
  bare: "---\nheadline: A boat without a name\n---\n\nIt is green.\n\n“Somebody sleeps in it,” said Tom Ash.",
  endless: `---\nheadline: A company with a long name\ndate: 2026-10-01\nauthor: ${endless}\n---\n\n“We needed a longer sign,” said ${endless} on Monday.`,
  headline: `---\nheadline: ${"The council that promised a bridge has promised a ferry. ".repeat(5).slice(0, 240).trim()}\ndate: 2026-09-30\n---\n\n“Ask the eels,” said Yuki Tanabe.`,
};

/** A site without stories; they are added one at a time. */
const it = onSite
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from it what a fixture needs
  .extend("empty", { scope: "file" }, async ({}, { onCleanup }) => {
    const empty = await startSite({ samples: false });
    onCleanup(() => empty.stop());
    return empty;
  })
  .extend("ingest", { scope: "file" }, ({ empty }) => async (slug: string, text: string) => {
    const folder = join(empty.dataDir, "texts");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${slug}.md`), text);
    const { status } = await empty.run("ingest", join(folder, `${slug}.md`), "--slug", slug);
    expect(status).toBe(0);
  })
  .extend("odd", { scope: "file" }, async ({ empty, ingest }) => {
    for (const [slug, text] of Object.entries(stories)) await ingest(slug, text);
    return { front: empty.url, story: (slug: keyof typeof stories) => `${empty.url}/articles/${slug}` };
  });

const widths = [320, 390, 768, 1280, 1920];

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** How many stories stand in each row of the front page, below the lead. */
const rowsOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const tops = [...document.querySelectorAll("main article + div > article, main h1 + div > article")].map(
      (story) => Math.round(story.getBoundingClientRect().top),
    );
    return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
  });

describe("stories that no layout expects", () => {
  it("make no page wider than its window", async ({ odd, newPage }) => {
    const page = await newPage();
    for (const url of [odd.front, ...(["crowd", "endless", "headline", "bare"] as const).map(odd.story)]) {
      await page.goto(url);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 844 });
        expect(await overflow(page), `${url} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });

  it("name everybody whole in the score", async ({ odd, openStory }) => {
    for (const slug of ["crowd", "endless"] as const) {
      const page = await openStory(odd.story(slug));
      const fold = page.locator("summary");
      if ((await fold.count()) > 0) await fold.click();
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        const cut = await page.getByRole("group", { name: "Voices" }).evaluate((score) =>
          [...score.querySelectorAll("button")]
            .filter((voice) => {
              const words = document.createRange();
              words.selectNodeContents(voice.querySelector("[lang]") ?? voice);
              const [box, name] = [voice.getBoundingClientRect(), words.getBoundingClientRect()];
              const isClipped = getComputedStyle(voice.firstElementChild ?? voice).overflow !== "visible";
              return (
                isClipped ||
                name.right > box.right + 1 ||
                name.left < box.left - 1 ||
                name.bottom > box.bottom + 1
              );
            })
            .map((voice) => voice.textContent),
        );
        expect(cut, `${slug} at ${width}`).toEqual([]);
      }
    }
  });

  it("name everybody whole in the note, the margin, and where a link leads", async ({ odd, openStory }) => {
    for (const width of [320, 390, 1280]) {
      const page = await openStory(odd.story("endless"), { viewport: { width, height: 844 } });
      const id = await page.locator("[data-quotation]").first().getAttribute("data-quotation");
      await page.goto(`${odd.story("endless")}/quotes/${id}`);
      await hydrated(page);
      expect(await overflow(page), `the link at ${width}`).toBeLessThanOrEqual(0);
      await page.locator("[data-quotation]").first().click();
      const note = page.getByRole("dialog", { name: /Sankt/ });
      await note.waitFor();
      expect(await note.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(0);
      expect(await overflow(page), `the note at ${width}`).toBeLessThanOrEqual(0);
    }
  });

  it("let no line go through a role", async ({ odd, openStory }) => {
    for (const width of [390, 1280]) {
      const page = await openStory(odd.story("crowd"), {
        viewport: { width, height: 844 },
        bypassCSP: true,
      });
      await page.locator("summary").click();
      const told = page.getByText(/^deputy permanent undersecretary/).and(page.locator("[lang]"));
      await told.scrollIntoViewIfNeeded();
      const box = await told.boundingBox();
      if (box === null) throw new Error("the role is not shown");
      const clip = { ...box, y: Math.ceil(box.y) + 1, height: Math.floor(box.height) - 2 };
      const before = await page.screenshot({ clip });
      // The line that tells how far one has read, as far along as a role may reach.
      const along = Math.floor(box.width - 2);
      await page.addStyleTag({
        content: `[aria-label="Voices"]::after { animation: none !important; inset-inline-start: ${along}px !important; }`,
      });
      expect((await page.screenshot({ clip })).equals(before)).toBe(true);
    }
  });

  it("set a headline of 240 letters so that the story begins on the first screen", async ({
    odd,
    newPage,
  }) => {
    for (const [width, height] of [
      [390, 844],
      [1280, 900],
    ] as const) {
      const page = await newPage({ viewport: { width, height } });
      await page.goto(odd.story("headline"));
      const [headline, words] = [page.locator("main h1"), page.locator("article p[id]").first()];
      expect((await headline.textContent())?.length).toBeGreaterThan(235);
      expect((await words.boundingBox())?.y).toBeLessThan(height * 0.75);
    }
  });

  it("say how they are when they have nothing to say", async ({ odd, newPage }) => {
    const page = await newPage();
    await page.goto(odd.story("silent"));
    await hydrated(page);
    expect(await page.getByRole("group", { name: "Voices" }).count()).toBe(0);
    await page.goto(odd.story("bare"));
    expect(await page.locator("article time, article figure").count()).toBe(0);
  });
});

describe("the front page", () => {
  it("is led by a story with a date, and leaves none alone in its last row", async ({
    odd,
    empty,
    ingest,
    newPage,
  }) => {
    const page = await newPage();
    await page.goto(odd.front);
    const lead = page.locator("main article").first();
    expect(await lead.getByRole("heading").textContent()).toBe("Fourteen people and one weir");
    for (let stories = 6; stories <= 11; stories += 1) {
      for (const width of [768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(empty.url);
        const rows = await rowsOf(page);
        expect(rows.reduce((sum, row) => sum + row, 0)).toBe(stories - 1);
        expect(rows.at(-1), `${stories} stories at ${width}: ${rows.join(" + ")}`).toBe(Math.max(...rows));
        expect(rows).toEqual(rows.toSorted((one, other) => one - other));
      }
      await ingest(`more-${stories}`, `More of it, part ${stories}\n\nOne more.`);
    }
  });
});
