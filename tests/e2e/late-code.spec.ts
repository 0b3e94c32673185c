import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it as onSite } from "../support/on-site.ts";

const it = onSite
  .extend("quotation", { scope: "file" }, ({ story }) => {
    const found = story.quotations.find(({ speaker }) => speaker !== null);
    if (found === undefined) throw new Error("a sample names somebody");
    return found;
  })
  .extend("page", ({ newPage }) => newPage({ serviceWorkers: "block" }));

const part = (name: string) => new RegExp(`/assets/${name}-[^/]+\\.js$`);
const react = part("react");
const openedNote = (page: Page) => page.getByRole("button", { name: "Copy link", exact: true });

/** Holds a file back until it is told to send it. */
async function hold(page: Page, file: RegExp): Promise<() => void> {
  const told = Promise.withResolvers<void>();
  await page.route(file, (route) => told.promise.then(() => route.continue()));
  return told.resolve;
}

describe("a press on a quotation's control", () => {
  it("opens the note when nobody has touched the page before", async ({ page, story, quotation }) => {
    await page.goto(story.url, { waitUntil: "networkidle" });
    await page.locator(`[data-q="${quotation.id}"]`).first().press("Enter");
    await openedNote(page).waitFor();
    expect(page.url()).toBe(story.url);
  });

  it("is kept until the code is here", async ({ page, story, quotation }) => {
    const send = await hold(page, react);
    await page.goto(story.url, { waitUntil: "domcontentloaded" });
    await page.locator(`[data-q="${quotation.id}"]`).first().press("Enter");
    send();
    await openedNote(page).waitFor();
    expect(page.url()).toBe(story.url);
  });

  it.for([
    ["React", react],
    ["the note", part("StoryTools")],
    ["the note's words", part("reading-en")],
  ] as const)(
    "follows the link where the code of %s never comes",
    async ([, file], { page, story, quotation }) => {
      await page.route(file, (route) => route.abort());
      await page.goto(story.url, { waitUntil: "load" });
      await page.locator(`[data-q="${quotation.id}"]`).first().click();
      await page.waitForURL(`${story.url}/quotes/${quotation.id}`);
      expect(await page.locator("mark").first().textContent()).toBe(quotation.text.split("\n")[0]);
    },
  );
});

describe("the story", () => {
  it.for(["Body", "Sharing", "reading-en"])(
    "stands when the code of %s never comes",
    async (name, { page, story }) => {
      const asked = page.waitForRequest(part(name));
      await page.route(part(name), (route) => route.abort());
      await page.goto(story.url, { waitUntil: "networkidle" });
      await page.mouse.wheel(0, 300);
      await page.locator("main article p").last().selectText();
      await (await asked).response().catch(() => null);
      expect(await page.locator("main article p").count()).toBeGreaterThan(5);
      await page.getByRole("button", { name: "Yes" }).click();
      await page.getByRole("button", { name: "Yes", pressed: true }).waitFor();
    },
  );
});

describe("a selected passage", () => {
  it("has its link, also when it was selected before the code was here", async ({ page, story }) => {
    const send = await hold(page, react);
    await page.goto(story.url, { waitUntil: "domcontentloaded" });
    await page.locator("main article p").first().selectText();
    send();
    await page.getByRole("button", { name: "Copy link to selection" }).waitFor();
  });
});

describe("styles that are not in every page", () => {
  const style = (page: Page, selector: string, property: "boxShadow" | "fontFamily") =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element)[name], property);

  it("dress what a script brings up", async ({ page, story }) => {
    await page.goto(story.url, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Reading settings" }).click();
    await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
    await expect.poll(() => style(page, "[role=dialog], dialog", "boxShadow")).not.toBe("none");
  });

  it("dress the view that a reader goes to next", async ({ page, story, site }) => {
    await page.goto(story.url, { waitUntil: "networkidle" });
    expect(await (await page.request.get(story.url)).text()).not.toContain("data-view=");
    expect(await (await page.request.get(site.url)).text()).toContain('data-view="front"');
    await page.getByRole("link", { name: "Verbatim", exact: true }).click();
    await page.waitForURL(`${site.url}/`);
    await page.locator("main h2").first().waitFor();
    await expect.poll(() => style(page, "main h2", "fontFamily")).toMatch(/(?<!sans-)serif$/);
  });
});
