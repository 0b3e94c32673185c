import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it as onSite } from "../support/on-site.ts";

/** A story that React has hydrated, from when on no code comes any more; nothing but the network fetches it. */
const it = onSite
  .extend("quotation", { scope: "file" }, ({ story }) => {
    const found = story.quotations.find(({ speaker }) => speaker !== null);
    if (found === undefined) throw new Error("a sample names somebody");
    return found;
  })
  .extend("cutOff", async ({ story, openStory }) => {
    const page = await openStory(story.url);
    await page.route("**/assets/*.js", (route) => route.abort());
    return page;
  });

const paragraphs = (page: Page) => page.locator("main article p").count();
const yes = (page: Page, pressed: boolean) => page.getByRole("button", { name: "Yes", exact: true, pressed });

describe("a story whose code stops coming", () => {
  it("takes a vote, and stands", async ({ cutOff: page }) => {
    await yes(page, false).click();
    await yes(page, true).waitFor();
    await page.getByRole("button", { name: "Take it back" }).waitFor();
    expect(await paragraphs(page)).toBeGreaterThan(5);
  });

  it("follows the link of a quotation whose note it cannot show", async ({
    cutOff: page,
    story,
    quotation,
  }) => {
    await page.locator(`[data-q="${quotation.id}"]`).first().press("Enter");
    await page.waitForURL(`${story.url}/quotes/${quotation.id}`);
    expect(await page.locator("mark").first().textContent()).toBe(quotation.text.split("\n")[0]);
  });

  it("stands when the settings don't come, and opens them when they do", async ({ cutOff: page }) => {
    const button = page.getByRole("button", { name: "Reading settings" });
    const failed = page.waitForEvent("requestfailed");
    await button.click();
    await failed;
    expect(await paragraphs(page)).toBeGreaterThan(5);
    await page.unroute("**/assets/*.js");
    await expect
      .poll(async () => {
        await button.click();
        return page.getByRole("dialog", { name: "Reading settings" }).isVisible();
      })
      .toBe(true);
  });

  it("leads to the front page all the same", async ({ cutOff: page, site }) => {
    await page.getByRole("link", { name: "Verbatim", exact: true }).click();
    await page.waitForURL(`${site.url}/`);
    await page.locator("main h2").first().waitFor();
  });

  it("is there again on the way back from it", async ({ cutOff: page, site, story }) => {
    await page.getByRole("link", { name: "Verbatim", exact: true }).click();
    await page.waitForURL(`${site.url}/`);
    await page.locator("main h2").first().waitFor();
    await page.waitForLoadState();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: story.headline }).waitFor();
    expect(page.url()).toBe(story.url);
  });
});

describe("a story without React", () => {
  it("follows the link of a quotation", async ({ newPage, story, quotation }) => {
    const page = await newPage();
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.goto(story.url);
    await page.locator(`[data-q="${quotation.id}"]`).first().press("Enter");
    await page.waitForURL(`${story.url}/quotes/${quotation.id}`);
  });
});

describe("a browser that lets nothing be stored", () => {
  it("opens stories from the front page, and votes", async ({ newPage, site }) => {
    const page = await newPage();
    await page.addInitScript(() => {
      const get = (): never => {
        throw new DOMException("storage is blocked", "SecurityError");
      };
      for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get });
    });
    await page.goto(site.url);
    const link = page.locator("main h2 a").first();
    const headline = await link.textContent();
    await link.click();
    await expect.poll(() => page.locator("h1").textContent()).toBe(headline);
    await yes(page, false).click();
    await yes(page, true).waitFor();
    await page.goBack();
    await page.locator("main h2").first().waitFor();
  });
});

describe("an address whose fragment is none", () => {
  it("opens the story", async ({ openStory, story }) => {
    const page = await openStory(`${story.url}#q-%`);
    expect(await paragraphs(page)).toBeGreaterThan(5);
    expect(await page.locator("#root > *").count()).toBeGreaterThan(0);
  });
});
