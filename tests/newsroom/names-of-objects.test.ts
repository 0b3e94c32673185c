import { afterAll, beforeAll, expect, test } from "vitest";
import { readSource } from "#newsroom/reading/read-source.ts";
import { openNewsroom, type TestNewsroom } from "./open-newsroom.ts";

/** What every plain object answers to, whatever was put into it. */
const names = ["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"];

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

/** An element's name begins with a letter. */
const elements = names.filter((name) => /^[a-z]/u.test(name));

test.each(elements)("a page's element may be called %s", (name) => {
  const text = `<article><h1>The pier</h1><p>The <${name}>pier</${name}> at Sandle was closed on Monday.</p></article>`;
  const { story } = readSource({ format: "html", text, source: null, lang: null });
  expect(story.blocks).toMatchObject([{ text: "The pier at Sandle was closed on Monday.", inlines: [] }]);
});

test.each(names)(
  "front matter may have a field called %s, and somebody of that name may speak",
  async (name) => {
    const front = `headline: ${name}\n${name}: a value\ncorrections:\n  - quotation: We will paint it\n    speaker: ${name}\n`;
    const text = `---\n${front}---\n\nThe pier was closed. “We will paint it blue,” said Ada Berg.\n`;
    const { status, article } = await newsroom.bring(text, `/stories/${name}`);
    expect([status, article.headline, article.speakers.map((each) => each.name)]).toEqual([
      "created",
      name,
      [name],
    ]);
    const again = await newsroom.bring(text.replace("blue", "red"), `/stories/${name}`);
    expect([again.status, again.article.slug]).toEqual(["revised", article.slug]);
  },
);

test.each(names)("a page's data may refer to an id called %s", (name) => {
  const data = `{"@graph":[{"@id":"${name}","name":"Ada Berg"},{"@type":"NewsArticle","headline":"The pier","author":{"@id":"${name}"},"${name}":{"publisher":"Nobody"}}]}`;
  const text = `<html><head><script type="application/ld+json">${data}</script></head><body><article><h1>The pier</h1><p>The pier at Sandle was closed on Monday.</p></article></body></html>`;
  const { story } = readSource({ format: "html", text, source: null, lang: null });
  expect([story.author, story.publisher]).toEqual(["Ada Berg", null]);
});
