import { expect, test } from "vitest";
import { readSource } from "#newsroom/reading/read-source.ts";
import type { SourceText } from "#store/store.ts";

const body = "The pier at Sandle was closed on Monday, and nobody can say when it will open again.";
const page = (head: string, inside = "") =>
  `<html><head>${head}</head><body><article><h1>The pier</h1>${inside}<p>${body}</p></article></body></html>`;
const impossible = "2024-02-31T25:61Z";

const stories: readonly (readonly [string, SourceText["format"], string])[] = [
  ["front matter", "markdown", `---\nheadline: The pier\ndate: ${impossible}\n---\n\n${body}\n`],
  [
    "JSON-LD",
    "html",
    page(
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"The pier","datePublished":"${impossible}"}</script>`,
    ),
  ],
  ["Open Graph", "html", page(`<meta property="article:published_time" content="${impossible}">`)],
  ["a meta element", "html", page(`<meta name="date" content="${impossible}">`)],
  ["a time element", "html", page("", `<time datetime="${impossible}">Monday</time>`)],
  ["microdata", "html", page("", `<span itemprop="datePublished" content="${impossible}">Monday</span>`)],
  ["a line of text", "text", `The pier\n\n31 February 2024\n\n${body}\n\n${body}\n`],
];

const read = (format: SourceText["format"], text: string) =>
  readSource({ format, text, source: null, lang: "en" }).story;

test.each(stories)("a date that no calendar has is no date in %s", (_, format, text) => {
  expect(read(format, text).datePublished).toBeNull();
});

test("the owner of front matter is told of it", () => {
  const [, format, text] = stories[0] ?? ["", "markdown", ""];
  expect(read(format, text).warnings).toEqual([
    `has a “date” in its front matter that is no date, and goes without one: ${impossible}`,
  ]);
});

test("a date that is none leaves the next best one of a page", () => {
  const head = `<meta property="article:published_time" content="${impossible}"><meta name="date" content="2024-03-01">`;
  expect(read("html", page(head)).datePublished).toBe("2024-03-01");
});
