import { describe, expect, it } from "vitest";
import { savedAsJson, savedAsMarkdown } from "#app/saved/export-saved.ts";
import { readingEn } from "#app/words/reading-en.ts";
import { savedOn } from "./saved.ts";

describe("saved quotations as Markdown", () => {
  it("are each a quotation with speaker, story, link and day", () => {
    const saved = [savedOn(2), savedOn(1, { speaker: null, publisher: null, datePublished: null })];
    expect(savedAsMarkdown(saved, () => "verbatim", readingEn, "en-GB")).toBe(`# Saved quotations

> “Words of day 2.”

— Ada Thorne, harbour master · [The lamp will light itself](<http://localhost/articles/the-lamp/quotes/quote2>), The Pier Post, 30 September 2026 · Kept on 2 October 2026

> “Words of day 1.”

— Speaker not named · [The lamp will light itself](<http://localhost/articles/the-lamp/quotes/quote1>) · Kept on 1 October 2026
`);
  });

  it("keep paragraphs apart, signs as they are, and say what became of the words", () => {
    const text = "Not *one* [lamp].\n# Two, <b>then</b> `three` & a_b.";
    const markdown = savedAsMarkdown([savedOn(1, { text })], () => "edited", readingEn, "en-GB");
    expect(markdown).toContain(
      "> “Not \\*one\\* \\[lamp\\].\n>\n> “\\# Two, \\<b\\>then\\</b\\> \\`three\\` \\& a\\_b.”\n",
    );
    expect(markdown).toContain(" · Changed since\n");
  });
});

describe("saved quotations as JSON", () => {
  it("are schema.org's quotations, with their state where it is known", () => {
    const [one, other] = [savedOn(2), savedOn(1, { speaker: null })];
    const list = JSON.parse(savedAsJson([one, other], ({ id }) => (id === "quote2" ? "removed" : null)));
    expect(list["@type"]).toBe("ItemList");
    expect(list.itemListElement).toEqual([
      {
        "@type": "Quotation",
        text: one.text,
        creator: { name: "Ada Thorne", jobTitle: "harbour master" },
        url: one.url,
        inLanguage: "en-GB",
        isPartOf: {
          "@type": "NewsArticle",
          headline: one.headline,
          publisher: "The Pier Post",
          datePublished: "2026-09-30",
        },
        state: "removed",
        saved: one.savedAt,
      },
      expect.objectContaining({ creator: null, state: null }),
    ]);
  });
});
