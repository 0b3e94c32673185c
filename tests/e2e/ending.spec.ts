import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { objections } from "../support/axe.ts";
import { mouse, touch } from "../support/hands.ts";
import { hydrated, it as onSite } from "../support/on-site.ts";

/** Three stories of a small paper, the newest first, of which two quote the same person; long enough to scroll. */
const filler = Array.from(
  { length: 14 },
  (_, index) => `The tide came in for the ${index + 2}th time that week.`,
);
const stories = {
  quay: `---
headline: The quay that nobody wanted
date: 2026-05-03
publisher: The Harbour Post
---

${filler.join("\n\n")}

“We built the quay in one winter and nobody has thanked us for it since,” said Mara Quist, the harbour master.

“I would have built it on the other side, where the water is deep enough,” said Teun Abbas, a pilot.
`,
  bell: `---
headline: A bell for the fog
date: 2026-04-02
---

“The bell is rung by hand because a machine does not know when to stop,” said Mara Quist, a bell founder.
`,
  plain: `---
headline: The weather, as it was
date: 2026-03-01
---

It rained on Monday. Nobody said anything about it.
`,
};

const it = onSite
  .extend("samples", { scope: "file" }, false)
  .extend("paper", { scope: "file" }, async ({ site }) => {
    for (const [slug, text] of Object.entries(stories)) {
      await writeFile(join(site.dataDir, `${slug}.md`), text.replace("---\n", `---\nslug: ${slug}\n`));
      await site.run("ingest", join(site.dataDir, `${slug}.md`));
    }
    return site.url;
  });

const place = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox();
  const scrolled = await page.evaluate(() => scrollY);
  return Math.round((box?.y ?? 0) + scrolled);
};
/** Marks the document, to tell a page that was drawn anew from one that was loaded anew. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { marked: true }));
const isMarked = (page: Page) => page.evaluate(() => "marked" in window);
const region = (page: Page, name: string) => page.getByRole("region", { name });

describe("a story's end", () => {
  it("is in the server's page, and its links lead on without JavaScript", async ({ paper, newPage }) => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${paper}/articles/quay`);
    await region(page, "Read next").getByRole("link", { name: "A bell for the fog" }).waitFor();
    await region(page, "The same names in other stories").getByText("Mara Quist, bell founder").waitFor();
    await page.getByText(`${paper}/articles/quay`).waitFor();
    expect(await page.getByRole("button", { name: /link|Share/ }).count()).toBe(0);
    await page.getByRole("link", { name: "Share" }).click();
    expect(new URL(page.url()).hash).toBe("#share");

    await region(page, "In their words")
      .getByRole("link", { name: /We built the quay/ })
      .click();
    await page.waitForURL(/\/articles\/quay\/quotes\/\w+#q-/);
    await page.getByRole("link", { name: "Privacy" }).click();
    await page.getByRole("button", { name: "Forget my votes" }).click();
    await page.waitForURL(`${paper}/`);
  });

  it.for([mouse, touch])(
    "leads a reader from story to story and back, by $name",
    async (hand, { paper, openStory }) => {
      const page = await openStory(`${paper}/articles/quay`, hand.reader);
      await mark(page);
      // What moves words last.
      await page.locator(":root[data-faces]").waitFor();
      const next = 'section[aria-labelledby="next"] a[href="/articles/bell"]';
      await page.locator(next).scrollIntoViewIfNeeded();
      const left = await page.evaluate(() => scrollY);
      expect(left).toBeGreaterThan(200);
      await hand.press(page, next);
      await page.getByRole("heading", { level: 1, name: "A bell for the fog" }).waitFor();
      expect(await isMarked(page)).toBe(true);
      // What React draws now is what the server would have drawn.
      await region(page, "In their words")
        .getByRole("link", { name: /The bell is rung/ })
        .waitFor();
      await region(page, "The same names in other stories")
        .getByRole("link", { name: "The quay that nobody wanted" })
        .waitFor();
      await page.goBack();
      await page.getByRole("heading", { level: 1, name: "The quay that nobody wanted" }).waitFor();
      await expect.poll(() => page.evaluate(() => Math.round(scrollY / 10))).toBe(Math.round(left / 10));
      expect(await isMarked(page)).toBe(true);
    },
  );

  it("leads back to the words within the story", async ({ paper, openStory }) => {
    const page = await openStory(`${paper}/articles/quay`);
    await mark(page);
    await region(page, "In their words")
      .getByRole("link", { name: /deep enough/ })
      .click();
    await page.waitForURL(/\/articles\/quay\/quotes\/\w+$/);
    const words = page.locator("[data-linked]").filter({ hasText: "deep enough" });
    await words.waitFor();
    await expect.poll(async () => (await words.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
    expect(await isMarked(page)).toBe(true);
  });

  it.for([390, 1280])(
    "moves nothing, and is moved by no answer (%i px)",
    async (width, { paper, newPage }) => {
      const page = await newPage({ viewport: { width, height: 844 } });
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries()) shifts.push(Reflect.get(shift, "value"));
        }).observe({ type: "layout-shift", buffered: true });
      });
      const noScript = await newPage({ viewport: { width, height: 844 }, javaScriptEnabled: false });
      await noScript.goto(`${paper}/articles/quay`);
      await page.goto(`${paper}/articles/quay`);
      await page.locator('form[action$="/vote"]').scrollIntoViewIfNeeded();
      await hydrated(page);
      expect(await place(page, 'form[action$="/vote"]')).toBe(await place(noScript, 'form[action$="/vote"]'));

      const before = await place(page, "#share");
      await page.locator('[name="enjoyed"][value="yes"]').click();
      await page.locator('[name="enjoyed"][value="withdraw"]').waitFor();
      await page.getByText("Privacy").first().waitFor();
      expect(await place(page, "#share")).toBe(before);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.01);
    },
  );

  it("stands also where an answer without JavaScript leads", async ({ paper, newPage }) => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${paper}/articles/quay`);
    await page.locator('[name="enjoyed"][value="yes"]').click();
    await page.waitForURL(`${paper}/articles/quay/vote`);
    await region(page, "Read next").getByRole("link", { name: "A bell for the fog" }).click();
    await page.waitForURL(`${paper}/articles/bell`);
  });

  it("of a story without quotations offers other stories and the site", async ({ paper, openStory }) => {
    const page = await openStory(`${paper}/articles/plain`);
    await region(page, "Read next").getByRole("link", { name: "The quay that nobody wanted" }).waitFor();
    expect(await region(page, "In their words").count()).toBe(0);
    await page.getByRole("navigation", { name: "The site" }).getByRole("link", { name: "Feed" }).click();
    await page.waitForURL(`${paper}/feed.xml`);
  });

  it.for([390, 1280])("holds nothing that axe would object to (%i px)", async (width, { paper, newPage }) => {
    const page = await newPage({ viewport: { width, height: 844 } });
    for (const path of ["/articles/quay", "/articles/plain", "/articles/quay/vote", "/privacy"]) {
      await page.goto(paper + path);
      expect(await objections(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
  });
});

describe("the story's link", () => {
  it.for(["near the headline", "at the end"])(
    "is copied %s where there is no sheet",
    async (where, { paper, newPage }) => {
      const page = await newPage();
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: paper });
      await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "share"));
      await page.goto(`${paper}/articles/quay`);
      await hydrated(page);
      if (where === "at the end") await page.getByRole("button", { name: "Copy the story’s link" }).click();
      else await page.getByRole("link", { name: "Share" }).click();
      await page.locator("[data-toast]").getByText("Link copied").waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${paper}/articles/quay`);
    },
  );

  it("goes into the system's sheet with what the story is", async ({ paper, newPage }) => {
    const page = await newPage();
    await page.addInitScript(() => {
      const shared: ShareData[] = [];
      Object.assign(window, { shared });
      Object.assign(Navigator.prototype, { share: async (data: ShareData) => void shared.push(data) });
    });
    await page.goto(`${paper}/articles/quay`);
    await hydrated(page);
    await page.getByRole("button", { name: "Share the story…" }).click();
    await page.locator("[data-toast]").getByText("Shared").waitFor();
    expect(await page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared)).toEqual([
      {
        title: "The quay that nobody wanted",
        text: "“The quay that nobody wanted”, The Harbour Post, 3 May 2026",
        url: `${paper}/articles/quay`,
      },
    ]);
  });
});
