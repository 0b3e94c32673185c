import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openNewsroom, type TestNewsroom } from "../open-newsroom.ts";

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

const story = (headline: string, words = "We will paint it blue") =>
  `${headline}\n\n3 May 2024\n\nThe pier at Sandle was closed on Monday.\n\n“${words},” said Ada Berg, the harbour master.\n`;

describe("the same text again", () => {
  test("changes nothing", async () => {
    const first = await newsroom.bring(story("A blue pier"), "/a.txt");
    const again = await newsroom.bring(story("A blue pier"), "/a.txt");
    expect([first.status, again.status]).toEqual(["created", "unchanged"]);
    expect(again.article).toMatchObject({ slug: first.article.slug, revision: 1 });
    expect(await newsroom.store.articles.changes(first.article.slug)).toHaveLength(1);
  });

  test("changes nothing when only its white space differs", async () => {
    await newsroom.bring(story("A grey pier"), "/grey.txt");
    const again = await newsroom.bring(story("A grey pier").replaceAll("\n", "\r\n"), "/grey.txt");
    expect(again.status).toBe("unchanged");
  });
});

describe("a changed text", () => {
  test("is the next revision, under the address that the path had before", async () => {
    const first = await newsroom.bring(story("A green pier"), "/green.txt");
    const next = await newsroom.bring(
      story("The pier is green at last", "We will paint it red"),
      "/green.txt",
    );
    expect(next).toMatchObject({ status: "revised", article: { slug: first.article.slug, revision: 2 } });
    const [before] = first.article.quotations;
    expect(await newsroom.store.articles.permalink(first.article.slug, before?.id ?? "")).toMatchObject({
      state: "edited",
    });
  });

  test("tells what it would do, and keeps nothing, in a dry run", async () => {
    const first = await newsroom.bring(story("A red pier"), "/red.txt");
    const trial = await newsroom.bring(story("A red pier", "We will paint it black"), "/red.txt", {
      dryRun: true,
    });
    expect(trial.status).toBe("revised");
    expect(trial.change?.quotations).toMatchObject([{ state: "edited", text: "We will paint it blue," }]);
    expect(await newsroom.store.articles.find(first.article.slug)).toMatchObject({ revision: 1 });
  });
});

describe("which article a text belongs to", () => {
  test("a headline that is another source's gets a number", async () => {
    const slugs = [];
    for (const path of ["/one.txt", "/two.txt", "/three.txt"]) {
      slugs.push((await newsroom.bring(story("Same words"), path)).article.slug);
    }
    expect(slugs).toEqual(["same-words", "same-words-2", "same-words-3"]);
    expect((await newsroom.bring(story("Same words"), "/two.txt")).article.slug).toBe("same-words-2");
  });

  test("the slug asked for wins over the front matter's, which wins over the path's", async () => {
    const text = `---\nslug: by-itself\n---\n\n${story("# Named")}`;
    expect((await newsroom.bring(text, "/named.md")).article.slug).toBe("by-itself");
    expect((await newsroom.bring(text, "/named.md", { slug: "by-hand" })).article.slug).toBe("by-hand");
  });

  test("standard input belongs to the story of its headline", async () => {
    const first = await newsroom.bring(story("From a pipe"), null);
    const next = await newsroom.bring(story("From a pipe", "We changed our mind"), null);
    expect([first.article.slug, next.article.slug, next.article.revision]).toEqual([
      "from-a-pipe",
      "from-a-pipe",
      2,
    ]);
  });

  test("many sources are placed in their order, and a story that comes twice is its own next revision", async () => {
    const texts: Readonly<Record<string, string>> = {
      "/order/a.txt": story("In order"),
      "/order/b.txt": story("In order", "We were second"),
      "/order/c.md": `---\nslug: one-story\n---\n\n# Twice\n\nThe pier is blue.\n`,
      "/order/d.md": `---\nslug: one-story\n---\n\n# Twice\n\nThe pier is red.\n`,
      "/order/e.txt": story("In order", "We were third"),
    };
    const outcomes = await newsroom.bringAll(texts);
    expect(outcomes.map(({ path }) => path)).toEqual(Object.keys(texts));
    expect(outcomes.map(({ ingested }) => [ingested?.article.slug, ingested?.article.revision])).toEqual([
      ["in-order", 1],
      ["in-order-2", 1],
      ["one-story", 1],
      ["one-story", 2],
      ["in-order-3", 1],
    ]);
  });

  test("many at once under one headline are as many stories, none of them lost", async () => {
    const paths = Array.from({ length: 6 }, (_, index) => `/crowd-${index}.txt`);
    const done = await Promise.all(paths.map((path) => newsroom.bring(story("A crowd"), path)));
    expect(new Set(done.map(({ article }) => article.slug)).size).toBe(paths.length);
  });
});
