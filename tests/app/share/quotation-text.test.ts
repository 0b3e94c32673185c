import { describe, expect, test } from "vitest";
import { sharedQuotation } from "#app/share/quotation-text.ts";
import { readingEn } from "#app/words/reading-en.ts";
import type { Article, Quotation, Speaker } from "#model/article.ts";

const article: Article = {
  slug: "harbour",
  url: "https://paper.example/articles/harbour",
  revision: 1,
  headline: "Harbour & <ferry>",
  description: null,
  datePublished: "2024-07-12",
  dateModified: "2024-07-12T10:00:00Z",
  author: null,
  publisher: "The Courier",
  inLanguage: "en",
  image: null,
  blocks: [],
  speakers: [],
  quotations: [],
};
const quotation: Quotation = {
  id: "abc",
  kind: "direct",
  statement: 1,
  speaker: "s1",
  text: "We keep <it>.\nAll of it.",
  segments: [],
  cue: null,
  confidence: 1,
  attributedBy: "engine",
};
const ana: Speaker = { id: "s1", name: "Ana Ruiz", role: "harbour master", kind: "person", introduced: null };
const shared = (speaker: Speaker | null) =>
  sharedQuotation(article, quotation, speaker, readingEn.share, "en-GB");

describe("a quotation that leaves the page", () => {
  test("takes its speaker, story and link along", () => {
    expect(shared(ana).plain).toBe(
      "“We keep <it>.\n“All of it.”\n— Ana Ruiz, harbour master\n“Harbour & <ferry>”, The Courier, 12 July 2024\nhttps://paper.example/articles/harbour/quotes/abc",
    );
  });

  test("is the whole statement, whichever of its pieces is shared", () => {
    const text = "“Has nobody,” she asked, “counted them?”";
    const piece = (id: string, said: string): Quotation => {
      const start = text.indexOf(said);
      return { ...quotation, id, text: said, segments: [{ block: "b1", start, end: start + said.length }] };
    };
    const pieces = [piece("one", "Has nobody,"), piece("two", "counted them?")];
    const story: Article = {
      ...article,
      blocks: [{ id: "b1", type: "paragraph", text, inlines: [], level: null, ordered: null }],
      quotations: pieces,
    };
    for (const each of pieces) {
      const { plain, title, rich, embed } = sharedQuotation(story, each, ana, readingEn.share, "en-GB");
      expect(plain).toContain("“Has nobody, counted them?”");
      expect(plain).toContain(`/quotes/${each.id}`);
      expect(title).toBe("Ana Ruiz: “Has nobody, counted them?”");
      expect(rich).toContain("<p>“Has nobody, counted them?”</p>");
      expect(embed).toContain("counted them?");
    }
  });

  test("is escaped where it is formatted, and in the frame's code", () => {
    const host = document.createElement("div");
    host.innerHTML = shared(ana).rich;
    expect(host.querySelectorAll("blockquote p")).toHaveLength(2);
    expect(host.textContent).toContain("We keep <it>.");
    expect(host.querySelector("a")?.textContent).toContain("Harbour & <ferry>");
    host.innerHTML = shared(ana).embed;
    expect(host.querySelector("iframe")?.title).toContain("We keep <it>.");
    expect(host.querySelector("iframe")?.src).toBe("https://paper.example/embed/articles/harbour/quotes/abc");
  });

  test("says so where nobody is named", () => {
    expect(shared(null).plain).toContain("— Speaker not named");
  });
});
