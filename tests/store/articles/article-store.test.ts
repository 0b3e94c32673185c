import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RevisionConflict, type Store } from "#store/store.ts";
import { draftOf, permalinkOf, quotation } from "#tools/support/story-draft.ts";
import { createDatabase, databases, type TestDatabase } from "../support.ts";

describe.each(databases)("articles on %s", (name) => {
  let database: TestDatabase;
  let store: Store;

  beforeAll(async () => {
    database = await createDatabase(name);
    store = await database.open();
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  test("a saved story is found again, with its address", async () => {
    const draft = draftOf("found again");
    const saved = await store.articles.save(draft);
    expect(saved).toEqual({ ...draft.article, url: "https://paper.example/articles/found%20again" });
    expect(await store.articles.find("found again")).toEqual(saved);
    expect(await store.articles.published("found again")).toEqual({
      article: saved,
      sourceText: draft.sourceText,
      permalinks: draft.permalinks,
      isSample: false,
      unpublished: null,
    });
  });

  test("what nobody saved is null", async () => {
    expect(await store.articles.find("nowhere")).toBeNull();
    expect(await store.articles.published("nowhere")).toBeNull();
    expect(await store.articles.permalink("nowhere", quotation.id)).toBeNull();
    expect(await store.articles.slugOfSource("nowhere.txt")).toBeNull();
    expect(await store.articles.changes("nowhere")).toEqual([]);
  });

  test("the next revision becomes the current one, and changes are told newest first", async () => {
    const first = draftOf("revised");
    await store.articles.save(first);
    const changed = { ...permalinkOf(quotation), state: "removed" } as const;
    const second = {
      ...draftOf("revised", { revision: 2, headline: "Revised", quotations: [] }),
      permalinks: [changed],
    };
    await store.articles.save(second);
    expect((await store.articles.find("revised"))?.headline).toBe("Revised");
    expect(await store.articles.permalink("revised", quotation.id)).toEqual(changed);
    expect(await store.articles.changes("revised")).toEqual([second.change, first.change]);
  });

  test("a revision that is not the next one is refused and leaves nothing behind", async () => {
    await store.articles.save(draftOf("contested"));
    for (const revision of [1, 3]) {
      const draft = draftOf("contested", { revision, headline: "Too late" });
      await expect(store.articles.save(draft)).rejects.toThrow(RevisionConflict);
    }
    expect((await store.articles.find("contested"))?.headline).toBe("Headline of contested");
    expect(await store.articles.changes("contested")).toHaveLength(1);
  });

  test("of several editors who save the same revision at once, one wins", async () => {
    await store.articles.save(draftOf("crowded"));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, editor) =>
        store.articles.save(draftOf("crowded", { revision: 2, headline: `Editor ${editor}` })),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await store.articles.changes("crowded")).toHaveLength(2);
  });

  test("of stories that are saved together, each is kept or refused by itself", async () => {
    await store.articles.save(draftOf("together"));
    const broken = { ...draftOf("together broken"), permalinks: [undefined as never] };
    const drafts = [
      draftOf("together one"),
      draftOf("together"),
      broken,
      draftOf("together", { revision: 2 }),
      draftOf("together two"),
      draftOf("together", { revision: 3, headline: "Third" }),
    ];
    const outcomes = await Promise.allSettled(drafts.map((draft) => store.articles.save(draft)));
    expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
    ]);
    expect((await store.articles.find("together one"))?.revision).toBe(1);
    expect(await store.articles.find("together broken")).toBeNull();
    expect((await store.articles.find("together two"))?.revision).toBe(1);
    expect(await store.articles.find("together")).toMatchObject({ revision: 3, headline: "Third" });
    expect(await store.articles.changes("together")).toHaveLength(3);
    expect((await store.articles.published("together"))?.permalinks).toHaveLength(1);
  });

  test("a story that cannot be kept wholly is not kept at all", async () => {
    const twice = draftOf("half", { quotations: [quotation, quotation] });
    const broken = { ...twice, permalinks: [undefined as never] };
    await expect(store.articles.save(broken)).rejects.toThrow();
    expect(await store.articles.find("half")).toBeNull();
  });

  test("a thousand quotations are kept in their order", async () => {
    const quotations = Array.from({ length: 1_203 }, (_, index) => ({
      ...quotation,
      id: `q${1_203 - index}`,
    }));
    const draft = draftOf("long", { quotations });
    await store.articles.save(draft);
    expect((await store.articles.published("long"))?.permalinks).toEqual(draft.permalinks);
  });

  test("the version grows with every save, wherever it is made, and with nothing else", async () => {
    const elsewhere = await database.open();
    const versions = async () => [await store.articles.version(), await elsewhere.articles.version()];
    const [before = 0] = await versions();
    await elsewhere.articles.save(draftOf("counted"));
    const [after = 0, there] = await versions();
    expect(after).toBeGreaterThan(before);
    expect(there).toBe(after);

    await expect(store.articles.save(draftOf("counted"))).rejects.toThrow(RevisionConflict);
    await store.votes.cast({ slug: "counted", reader: "ann", answer: "yes", suspicious: false });
    await store.votes.forget("ann");
    expect(await versions()).toEqual([after, after]);

    await store.articles.save(draftOf("counted", { revision: 2 }));
    expect(await elsewhere.articles.version()).toBeGreaterThan(after);
    await elsewhere.close();
  });

  test("a path leads to the story that last came from it", async () => {
    await store.articles.save(draftOf("earlier"));
    expect(await store.articles.slugOfSource("stories/earlier.txt")).toBe("earlier");
    const later = draftOf("later");
    await store.articles.save({
      ...later,
      sourceText: { ...later.sourceText, source: "stories/earlier.txt" },
    });
    expect(await store.articles.slugOfSource("stories/earlier.txt")).toBe("later");
  });
});

describe.each(databases)("the list on %s", (name) => {
  let database: TestDatabase;
  let store: Store;

  beforeAll(async () => {
    database = await createDatabase(name);
    store = await database.open();
    await store.articles.save(
      draftOf("undated", { datePublished: null, dateModified: "2026-02-02T00:00:00Z" }),
    );
    await store.articles.save(draftOf("oldest", { datePublished: "2020-01-01" }));
    await store.articles.save(draftOf("morning", { datePublished: "2026-03-04T08:00:00+02:00" }));
    await store.articles.save(draftOf("before dawn", { datePublished: "2026-03-04T05:59:00Z" }));
    await store.articles.save(draftOf("same day", { datePublished: "2020-01-01" }));
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  test("is newest first; of equal dates, the last to come in; without a date, by when it came in", async () => {
    const { articles, next } = await store.articles.list({ limit: 10, cursor: null });
    expect(articles.map(({ slug }) => slug)).toEqual([
      "morning",
      "before dawn",
      "undated",
      "same day",
      "oldest",
    ]);
    expect(next).toBeNull();
  });

  test("an undated story keeps its place when it is revised", async () => {
    const revised = { revision: 2, datePublished: null, dateModified: "2026-06-06T00:00:00Z" };
    await store.articles.save(draftOf("undated", revised));
    const { articles } = await store.articles.list({ limit: 10, cursor: null });
    expect(articles[2]?.slug).toBe("undated");
    expect(articles[2]?.dateModified).toBe("2026-06-06T00:00:00Z");
  });

  test("pages follow each other without gap or overlap, whatever their size", async () => {
    for (const limit of [1, 2, 3, 4, 5]) {
      const slugs: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await store.articles.list({ limit, cursor });
        expect(page.articles.length).toBeLessThanOrEqual(limit);
        slugs.push(...page.articles.map(({ slug }) => slug));
        cursor = page.next;
      } while (cursor !== null);
      expect(slugs).toEqual(["morning", "before dawn", "undated", "same day", "oldest"]);
    }
  });

  test("a summary carries the words, the address and the score", async () => {
    const { articles } = await store.articles.list({ limit: 1, cursor: null });
    expect(articles[0]).toMatchObject({
      url: "https://paper.example/articles/morning",
      wordCount: 6,
      score: {
        length: 36,
        voices: [
          { speaker: { name: "Ines Marlow" }, marks: [{ quotation: quotation.id, start: 1, end: 17 }] },
        ],
      },
    });
    expect(articles[0]).not.toHaveProperty("blocks");
  });

  test.each(["", "x", "MTI", "MS4y!", "../..", "NaN"])("the cursor “%s” is refused", async (cursor) => {
    await expect(store.articles.list({ limit: 5, cursor })).rejects.toMatchObject({
      problem: { status: 400 },
    });
  });
});
