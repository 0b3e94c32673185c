import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { it as onSite } from "../support/on-site.ts";

const story = `---
headline: The ferry that would not wait
slug: ferry
lang: en
---

The ferry to Sandle left at nine, by the *old* timetable, without the mayor.

“I have said it, and I will [say it again](https://example.org/again): **a timetable is a promise**,” said Ada Berg, the captain.

> “It is not the hour,” said Jon Dahl, the mayor. “It is the *manner*.”

## The rules

- A ferry leaves **on the hour**.
- “Nobody is waited for,” said Berg.

1. First, the bell.
`;

const it = onSite
  .extend("samples", { scope: "file" }, false)
  .extend("address", { scope: "file" }, async ({ site }) => {
    await writeFile(join(site.dataDir, "ferry.md"), story);
    await site.run("ingest", join(site.dataDir, "ferry.md"));
    return `${site.url}/articles/ferry`;
  })
  .extend("page", async ({ address, newPage }) => {
    const page = await newPage();
    await page.goto(address);
    return page;
  });

describe("a story's own markup", () => {
  it("is drawn: emphasis, links, headings, lists and quotations set apart", async ({ page }) => {
    const text = page.getByRole("article");
    await expectOne(text.getByRole("emphasis").filter({ hasText: "old" }));
    await expectOne(text.getByRole("strong").filter({ hasText: "on the hour" }));
    await expectOne(text.getByRole("heading", { name: "The rules", level: 2 }));
    await expectOne(text.getByRole("blockquote"));
    await expectOne(page.locator("article ul > li").filter({ hasText: "Nobody is waited for" }));
    await expectOne(page.locator("article ol > li").filter({ hasText: "First, the bell." }));
    expect(await text.getByRole("link", { name: "say it again" }).getAttribute("href")).toBe(
      "https://example.org/again",
    );
  });

  it("does not part a quotation that crosses it: one highlight, one control, selected as one", async ({
    page,
  }) => {
    const words = "I have said it, and I will say it again: a timetable is a promise,";
    const quotation = page.locator("[data-quotation]").filter({ hasText: "say it again" });
    await expectOne(quotation);
    expect(await quotation.textContent()).toBe(words);
    await expectOne(quotation.getByRole("link", { name: "say it again" }));
    await expectOne(quotation.getByRole("strong"));
    const id = await quotation.getAttribute("data-quotation");
    await expectOne(page.locator(`[data-q="${id}"]`));
    const selected = await quotation.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return String(getSelection());
    });
    expect(selected).toBe(words);
  });

  it("lets emphasis stand out of words that slant already", async ({ page }) => {
    const manner = page.locator("blockquote em");
    const styles = await manner.evaluate((element) => [
      getComputedStyle(element).fontStyle,
      getComputedStyle(element.closest("blockquote") ?? element).fontStyle,
    ]);
    expect(styles).toEqual(["normal", "italic"]);
  });
});

async function expectOne(found: { count(): Promise<number> }): Promise<void> {
  expect(await found.count()).toBe(1);
}
