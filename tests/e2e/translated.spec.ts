import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it as onSite, openSettings } from "../support/on-site.ts";

/** Sets every text of the page in elements of its own; answers with how many. */
type Wrap = (page: Page) => Promise<number>;

/** As Chrome's translation does: the text node goes, other words come in two elements of its own. */
const translate: Wrap = (page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      // The panel that shows whether React is here is opened by these tests, and is not the page's own words.
      if (
        text.data.trim() !== "" &&
        !text.parentElement?.closest("script, style, noscript, [translate=no], [role=dialog]")
      )
        found.push(text);
    }
    for (const text of found) {
      const outer = document.createElement("font");
      const inner = outer.appendChild(document.createElement("font"));
      inner.dataset.foreign = "";
      inner.textContent = text.data.toUpperCase();
      text.replaceWith(outer);
    }
    return found.length;
  });

/** As annotators do: the words stay, some of them within an element of its own. */
const annotate: Wrap = (page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector("main") ?? document, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode())
      if ((texts.currentNode as Text).data.length > 12) found.push(texts.currentNode as Text);
    for (const text of found) {
      const words = text.splitText(4);
      words.splitText(6);
      const mark = document.createElement("note-highlight");
      mark.dataset.foreign = "";
      words.replaceWith(mark);
      mark.append(words);
    }
    return found.length;
  });

const left = (page: Page) => page.locator("[data-foreign]").count();

/** The moments at which somebody else may come to the words. */
const moments = ["before React", "at load", "after React", "after the first scroll"] as const;

/** Opens a page and has its texts wrapped at a moment; answers with how many were. */
async function open(page: Page, url: string, wrap: Wrap, moment: (typeof moments)[number]): Promise<number> {
  const released = Promise.withResolvers<void>();
  // A page that is routed has no cache: only where scripts are to wait.
  if (moment === "before React")
    await page.route("**/assets/*.js", (route) => released.promise.then(() => route.continue()));
  await page.goto(url, { waitUntil: moment === "before React" ? "commit" : "load" });
  if (moment === "before React") await page.waitForFunction(() => document.querySelector("#page") !== null);
  if (moment === "after React" || moment === "after the first scroll") {
    await openSettings(page);
    await page.keyboard.press("Escape");
  }
  if (moment === "after the first scroll") await page.mouse.wheel(0, 400);
  const wrapped = await wrap(page);
  released.resolve();
  await openSettings(page);
  await page.unrouteAll();
  return wrapped;
}

const it = onSite
  .extend("said", (): string[] => [])
  .extend("page", async ({ newPage, said }) => {
    const page = await newPage({ viewport: { width: 1280, height: 844 } });
    page.on("console", (message) => {
      if (!/status of (?:404|410)|Service Worker/.test(message.text())) said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(String(error)));
    return page;
  });

describe.for([
  ["translated", translate],
  ["annotated", annotate],
] as const)("a page that is %s", ([, wrap]) => {
  describe.for(moments)("%s", (moment) => {
    it("loses nothing of it, on any view", async ({ page, site, story, said }) => {
      const last = story.quotations.at(-1)?.id;
      for (const url of [
        site.url,
        story.url,
        `${story.url}/quotes/${last}`,
        `${story.url}/vote`,
        `${site.url}/saved`,
        `${site.url}/nothing-here`,
      ]) {
        const wrapped = await open(page, url, wrap, moment);
        expect(wrapped, url).toBeGreaterThan(0);
        expect(await left(page), url).toBe(wrapped);
        expect(said, url).toEqual([]);
      }
    });

    it("has a lens, notes, a vote, and a way there and back", async ({ page, site, story, said }) => {
      await open(page, story.url, wrap, moment);
      await page.keyboard.press("Escape");
      const voice = page.locator("[aria-pressed][title]").first();
      await voice.click();
      await expect.poll(() => page.locator("[data-quotation][data-dim]").count()).toBeGreaterThan(0);
      await voice.click();
      await expect.poll(() => page.locator("[data-dim]").count()).toBe(0);
      await page.locator(`[data-q="${story.quotations[0]?.id}"]`).press("Enter");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^yes$/i }).click();
      await page.locator('[name="enjoyed"][value="withdraw"]').waitFor();
      await page.getByRole("banner").getByRole("link").click();
      await page.waitForURL(`${site.url}/`);
      await page.locator("[data-address]").waitFor({ state: "detached" });
      await page.goBack();
      await expect.poll(() => page.locator("h1").textContent()).toBe(story.headline);
      await expect.poll(() => page.locator("main article p").count()).toBeGreaterThan(5);
      expect(said).toEqual([]);
    });
  });
});
