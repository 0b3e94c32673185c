import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect } from "vitest";
import type { Article } from "#model/article.ts";
import { statementOf } from "#text/statement.ts";
import { type Hand, keyboard, mouse, touch } from "../support/hands.ts";
import { hydrated, it as onSite } from "../support/on-site.ts";

const it = onSite
  .extend("quotation", { scope: "file" }, ({ story }) => {
    const found = story.quotations.find(({ speaker, segments }) => speaker !== null && segments.length === 1);
    if (found === undefined) throw new Error("a sample names somebody");
    return found;
  })
  .extend("statement", { scope: "file" }, ({ story, quotation }) => statementOf(story, quotation).text)
  .extend("link", { scope: "file" }, ({ story, quotation }) => `${story.url}/quotes/${quotation.id}`)
  .extend(
    "speaker",
    { scope: "file" },
    ({ story, quotation }) => story.speakers.find(({ id }) => id === quotation.speaker)?.name ?? "",
  )
  /** Opens a page of a reader with this hand, who may copy and paste. */
  .extend("newDesk", ({ site, newPage }) => async ({ reader }: Hand): Promise<Page> => {
    const page = await newPage({ ...reader, acceptDownloads: true });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.url });
    return page;
  })
  /** Follows the quotation's link and opens its note. */
  .extend("followLink", ({ link, quotation }) => async (page: Page, hand: Hand): Promise<void> => {
    await page.goto(link);
    await hydrated(page);
    await hand.press(page, `[data-q="${quotation.id}"]`);
    await page.getByRole("button", { name: "Copy link", exact: true }).waitFor();
  })
  .extend("openNote", ({ newDesk, followLink }) => async (hand: Hand): Promise<Page> => {
    const page = await newDesk(hand);
    await followLink(page, hand);
    return page;
  });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const announced = (page: Page) => page.locator('[role="status"]').allTextContents();

describe.each([mouse, touch, keyboard])("at a quotation, by $name", (hand) => {
  it("copies the link, says so, and leaves the focus where it was", async ({ openNote, link }) => {
    const page = await openNote(hand);
    await hand.press(page, 'button:text-is("Copy link")');
    // It stays four seconds, which are short on a busy machine: what is seen and what is heard are waited for at once.
    await Promise.all([
      page.locator("[data-toast]").waitFor(),
      expect.poll(() => announced(page)).toContain("Link copied"),
    ]);
    expect(await clipboard(page)).toBe(link);
    expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
  });

  it("copies the words with their speaker and link, plain and formatted", async ({
    openNote,
    story,
    statement,
    link,
    speaker,
  }) => {
    const page = await openNote(hand);
    await hand.press(page, 'button:text-is("Copy quotation")');
    await expect.poll(() => announced(page)).toContainEqual(expect.stringContaining("Quotation copied"));
    const text = await clipboard(page);
    for (const part of [`“${statement}”`, speaker, story.headline, link]) expect(text).toContain(part);
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType("text/html"))?.text();
    });
    expect(html).toContain("<blockquote");
    expect(html).toContain(`href="${link}"`);
  });

  it("copies the code of a frame that opens", async ({ openNote, statement }) => {
    const page = await openNote(hand);
    await hand.press(page, 'button:text-is("Copy embed code")');
    await expect.poll(() => clipboard(page)).toContain("<iframe");
    const code = await clipboard(page);
    // Another site, with an address of its own.
    const other = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(code));
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const host = await page.context().newPage();
    await host.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const words = host.frameLocator("iframe").locator("blockquote");
    await words.waitFor();
    expect(await words.textContent()).toContain(statement);
    await host.close();
    other.close();
  });

  it("saves the picture", async ({ openNote, story, quotation }) => {
    const page = await openNote(hand);
    const [download] = await Promise.all([page.waitForEvent("download"), hand.press(page, "a[download]")]);
    const { format, width, height } = await sharp(await readFile(await download.path())).metadata();
    expect({ format, width, height }).toEqual({ format: "png", width: 1200, height: 630 });
    expect(download.suggestedFilename()).toBe(`${story.slug}-${quotation.id}.png`);
  });
});

describe("the system's share sheet", () => {
  it("is offered where there is one, and gets words, speaker and link", async ({
    newPage,
    followLink,
    statement,
    link,
    speaker,
  }) => {
    const page = await newPage();
    // Chromium on Linux has no sheet: this one writes down what it is given.
    await page.addInitScript(() => {
      Object.assign(Navigator.prototype, {
        share: async (data: ShareData) => {
          document.documentElement.dataset.shared = JSON.stringify(data);
        },
      });
    });
    await followLink(page, mouse);
    await page.getByRole("button", { name: "Share…" }).click();
    const shared = page.locator("html[data-shared]");
    const data = JSON.parse((await shared.getAttribute("data-shared")) ?? "{}");
    expect(data.url).toBe(link);
    expect(data.text).toContain(statement);
    // Sheets put the address after the text: it is not in there too.
    expect(data.text).not.toContain(link);
    expect(data.title).toContain(speaker);
  });
});

describe("a selected passage", () => {
  /** Selects the middle of a paragraph without quotations, and tells its words. */
  const select = (page: Page, block: string) =>
    page.evaluate((id) => {
      const paragraph = document.getElementById(id);
      const text = paragraph?.firstChild;
      if (!(text instanceof Text)) throw new Error("the paragraph begins with text");
      const start = text.data.indexOf(" ") + 1;
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, text.data.lastIndexOf(" ", start + 60));
      paragraph?.scrollIntoView({ block: "center", behavior: "instant" });
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return range.toString();
    }, block);
  const plainBlock = (story: Article) =>
    story.blocks.findLast(
      ({ id, type, text, inlines }) =>
        type === "paragraph" &&
        text.length > 120 &&
        inlines.length === 0 &&
        !story.quotations.some(({ segments }) => segments.some(({ block }) => block === id)),
    )?.id ?? "";

  it.for([mouse, touch])(
    "has a link that opens there, highlighted, after hydration too ($name)",
    async (hand, { newDesk, story }) => {
      const page = await newDesk(hand);
      await page.goto(story.url, { waitUntil: "load" });
      const words = await select(page, plainBlock(story));
      const button = page.getByRole("button", { name: "Copy link to selection" });
      await expect.poll(() => button.count()).toBe(1);
      // Away from the selection, where a phone opens its own menu.
      const place = await button.boundingBox();
      const chosen = await page.evaluate(
        () => getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0,
      );
      expect(place?.y ?? 0).toBeGreaterThan(chosen + 60);
      await button.click();
      await expect.poll(() => clipboard(page)).toContain("#:~:text=");
      await expect.poll(() => announced(page)).toContain("Link copied");
      const address = await clipboard(page);
      expect(address.startsWith(`${story.url}#:~:text=`)).toBe(true);

      const opened = await page.context().newPage();
      // A colour of the test's own, so that the browser's highlight can be found in the picture.
      await opened.addInitScript(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("::target-text { background: rgb(255, 0, 255); color: black }");
        document.adoptedStyleSheets = [sheet];
      });
      await opened.goto(address, { waitUntil: "load" });
      await hydrated(opened);
      const passage = await opened.evaluate((text) => {
        const walker = document.createTreeWalker(
          document.querySelector("main") ?? document.body,
          NodeFilter.SHOW_TEXT,
        );
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = (node as Text).data.indexOf(text);
          if (at === -1) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + text.length);
          const { top, bottom } = range.getBoundingClientRect();
          return { top, bottom, height: innerHeight };
        }
        return null;
      }, words);
      expect(passage?.top).toBeGreaterThanOrEqual(0);
      expect(passage?.bottom).toBeLessThanOrEqual(passage?.height ?? 0);
      const { data, info } = await sharp(await opened.screenshot())
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      let highlighted = 0;
      for (let at = 0; at < data.length; at += info.channels) {
        if ((data[at] ?? 0) > 250 && (data[at + 1] ?? 255) < 5 && (data[at + 2] ?? 0) > 250) highlighted += 1;
      }
      expect(highlighted).toBeGreaterThan(1000);
    },
  );
});
