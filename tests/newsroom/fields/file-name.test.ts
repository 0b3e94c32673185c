import { describe, expect, test } from "vitest";
import { isFileName } from "#newsroom/fields/file-name.ts";
import { readStory } from "#newsroom/formats/read-story.ts";

const names = [
  "Microsoft Word - release FINAL v3.docx",
  "Microsoft Word - Document1",
  "release_final(2).odt",
  "Gmail - Fwd: Ladders to lend",
  "Fwd: Ladders to lend - Yahoo Mail",
  "Ladders - Google Docs",
  "Untitled document",
  "Untitled",
  "Unbenanntes Dokument",
  "Sans titre",
  "IMG_2034.jpg",
  "Mail",
  "*|MC:SUBJECT|*",
];

describe("the name of a file or a program", () => {
  test.each(names)("%s is neither headline nor publisher", (name) => {
    const page = (head: string) =>
      `<html lang="en"><head>${head}</head><body><p>Library lends ladders</p><p>By Ada Berg</p><p>The library at Sandle will lend ladders from May, it said on Monday, and rakes from June.</p><p>“People kept asking,” said Maud Ferris, the librarian.</p></body></html>`;
    for (const head of [`<title>${name}</title>`, `<meta property="og:title" content="${name}">`]) {
      const story = readStory({ format: "html", text: page(head), source: null, lang: null });
      expect([story.headline, story.author, story.publisher]).toEqual([
        "Library lends ladders",
        "Ada Berg",
        null,
      ]);
    }
  });

  test.each([
    "Mail carriers strike",
    "Word spreads – and so does fear",
    "Untitled portrait sells for a pound",
    "Home again",
  ])("%s is none", (headline) => {
    expect(isFileName(headline)).toBe(false);
  });
});
