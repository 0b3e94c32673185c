import { describe, expect } from "vitest";
import { isDoubtful } from "#model/doubt.ts";
import { it as onSite } from "../support/on-site.ts";

/** The story, to a reader who may copy. */
const it = onSite.extend("page", async ({ site, story, newPage }) => {
  const page = await newPage({ viewport: { width: 1280, height: 900 } });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.url });
  await page.goto(story.url);
  return page;
});

describe("a story that is copied", () => {
  it("takes its words along and nothing of the interface", async ({ page, story }) => {
    const quoted = new Set(story.quotations.map(({ segments }) => segments[0]?.block));
    for (const { id, text } of story.blocks.filter((block) => quoted.has(block.id)).slice(0, 5)) {
      await page.evaluate((block) => {
        getSelection()?.selectAllChildren(document.getElementById(block) ?? document.body);
      }, id);
      await page.keyboard.press("Control+C");
      expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(text);
    }
  });
});

describe("a story on paper", () => {
  it("names the speakers at their quotations, says where it is from, and leaves the controls on the screen", async ({
    page,
    story,
  }) => {
    await page.emulateMedia({ media: "print" });
    const paper = await page.evaluate(() => {
      const shown = (selector: string): number =>
        [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0).length;
      const article = document.querySelector("main article") ?? document.body;
      return {
        controls: shown("[data-q], #tools, form, summary, footer"),
        cues: [...document.querySelectorAll("[data-cue]")].map(
          (cue) => getComputedStyle(cue, "::before").content,
        ),
        voices: shown('[role="group"] button'),
        address: getComputedStyle(article, "::after").content,
      };
    });
    expect(paper.controls).toBe(0);
    expect(paper.voices).toBe(story.speakers.length);
    // Of whom the engine is not sure is asked, as on the screen.
    const named = story.quotations.map((quotation) => {
      const name = story.speakers.find(({ id }) => id === quotation.speaker)?.name;
      return name === undefined ? [] : [JSON.stringify(isDoubtful(quotation) ? `${name} ?` : name)];
    });
    expect(new Set(paper.cues)).toEqual(new Set(named.flat()));
    expect(paper.address).toBe(JSON.stringify(story.url));
  });
});
