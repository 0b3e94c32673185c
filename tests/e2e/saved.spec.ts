import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Download, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { objections } from "../support/axe.ts";
import { hydrated, it as onSite } from "../support/on-site.ts";

const before = `---
headline: The pump room opens
date: 2026-10-02
---

“Nobody drank from it,” said Nell Farrow. “We let it run.”

“The tiles are the old ones,” said Bilal Osei on Monday.

“It tastes of iron and of pennies,” said Ines Quill, a baker.
`;
const after = before
  .replace("The tiles are the old ones", "The tiles are the new ones, and dear")
  .replace(/\n“It tastes[^\n]*\n/, "\nThe rest of the house stays shut.\n");

const it = onSite
  .extend("ingest", { scope: "file" }, ({ site }) => async (text: string) => {
    const file = join(site.dataDir, "pump-room.md");
    await writeFile(file, text);
    expect((await site.run("ingest", file, "--slug", "pump-room")).status).toBe(0);
  })
  .extend("pumpRoom", ({ site }) => `${site.url}/articles/pump-room`);

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Keeps a quotation by a touch at its words. */
async function keep(page: Page, words: string): Promise<void> {
  await page.locator("[data-quotation]", { hasText: words }).tap();
  const button = page.getByRole("dialog").getByRole("button", { name: "Keep" });
  await button.tap();
  await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), "utf8");

describe("keeping quotations", () => {
  it("by touch, from note to page, told of when the words have changed, and saved as files", async ({
    site,
    pumpRoom,
    ingest,
    openStory,
  }) => {
    await ingest(before);
    const page = await openStory(pumpRoom, phone);
    for (const words of ["We let it run", "The tiles", "It tastes"]) await keep(page, words);
    await page.getByRole("contentinfo").getByRole("link", { name: "Saved quotations" }).tap();
    await page.waitForURL(`${site.url}/saved`);
    const entries = page.getByRole("main").getByRole("listitem");
    await expect.poll(() => entries.count()).toBe(3);
    expect(await entries.last().getByRole("blockquote").textContent()).toBe(
      "“Nobody drank from it. We let it run.”",
    );
    expect(await page.getByRole("main").locator("[data-state]").count()).toBe(0);

    await ingest(after);
    await page.reload();
    await page.getByText(/These words were changed on/).waitFor();
    await page.getByText(/These words are no longer in the story/).waitFor();
    expect(await page.getByRole("main").locator("[data-state]").count()).toBe(2);
    expect(await entries.nth(1).locator("ins").first().textContent()).toMatch(/new/);
    expect(await objections(page)).toEqual([]);

    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as Markdown" }).tap();
    const markdown = await textOf(await saved);
    expect(markdown).toContain("> “The tiles are the old ones,”");
    expect(markdown.match(/Changed since|Taken out since/g)).toHaveLength(2);
    const data = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as JSON" }).tap();
    const { itemListElement } = JSON.parse(await textOf(await data));
    expect(itemListElement.map(({ state }: { state: string }) => state)).toEqual([
      "removed",
      "edited",
      "verbatim",
    ]);

    await entries.last().getByRole("link", { name: "The pump room opens" }).tap();
    await page.waitForURL(/\/articles\/pump-room\/quotes\//);
    await page.locator("[data-linked]", { hasText: "We let it run" }).waitFor();
  });

  it("works offline, on a page that was never opened before", async ({ site, story, openStory }) => {
    const page = await openStory(story.url, {
      serviceWorkers: "allow",
      viewport: { width: 1280, height: 900 },
    });
    // A first visit's worker takes over the page that it found open.
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null)
        await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    });
    await page.keyboard.press("j");
    await page.getByRole("region", { name: "Stepping through quotations" }).waitFor();
    await page.keyboard.press("b");
    await page.getByText("Kept on this device").first().waitFor();
    await expect
      .poll(() =>
        page.evaluate(
          async () =>
            (await (await caches.open("pages")).match("/saved", { ignoreVary: true })) !== undefined,
        ),
      )
      .toBe(true);
    await page.context().setOffline(true);
    await page.goto(`${site.url}/saved`);
    await expect.poll(() => page.getByRole("main").getByRole("listitem").count()).toBe(1);
    await page.getByText(/^You are offline/).waitFor();
    await page.getByRole("button", { name: "Remove" }).press("Enter");
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    expect(await page.getByRole("main").getByRole("listitem").getByRole("blockquote").count()).toBe(1);
    await page.getByRole("main").getByRole("link").click();
    await expect.poll(() => page.locator("h1").textContent()).toBe(story.headline);
  });

  it("costs a reader who keeps nothing nothing, and the story no more than 100 kB of script", async ({
    story,
    newPage,
  }) => {
    const page = await newPage();
    const scripts: { readonly url: string; readonly size: Promise<number> }[] = [];
    page.on("response", (response) => {
      if (!response.url().endsWith(".js")) return;
      scripts.push({
        url: response.url(),
        size: response.body().then((body) => brotliCompressSync(body).length),
      });
    });
    await page.goto(story.url);
    await hydrated(page);
    await page.waitForLoadState("networkidle");
    const sizes = await Promise.all(scripts.map(({ size }) => size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100_000);
    await page.locator("[data-quotation]").first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Keep" }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(scripts.filter(({ url }) => /SavedPage/.test(url))).toEqual([]);
  });
});
