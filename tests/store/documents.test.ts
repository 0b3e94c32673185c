import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgres } from "#store/database/postgres.ts";
import { openSqlite } from "#store/database/sqlite.ts";
import type { Store } from "#store/store.ts";
import { silent } from "#tools/support/story-draft.ts";
import { createDatabase, databases, type TestDatabase } from "./support.ts";

/** A story's rows as a version of Verbatim wrote them; what is here must stay readable for good. */
interface Rows {
  readonly article: { readonly slug: string; readonly headline: string };
  readonly summary: object;
  readonly source: object;
  readonly change: object;
  readonly permalink: { readonly quotation: { readonly id: string } };
  readonly decision: object;
}
const folder = join(import.meta.dirname, "documents");
const versions = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
const rowsOf = (version: string): Rows => JSON.parse(readFileSync(join(folder, `${version}.json`), "utf8"));

describe.each(databases)("rows on %s", (name) => {
  let database: TestDatabase;
  let store: Store;

  /** Writes a story's rows past the store. */
  async function write(rows: Rows): Promise<void> {
    const { db, reportDb } =
      database.databaseUrl === null
        ? openSqlite(database.dataDir)
        : openPostgres(database.databaseUrl, silent);
    const { slug, headline } = rows.article;
    const text = JSON.stringify;
    const { id: article_id } = await db
      .insertInto("article")
      .values({ slug, headline, revision: 1, published_at: 1, created_at: 1, summary: text(rows.summary) })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("revision")
      .values({
        article_id,
        number: 1,
        document: text(rows.article),
        source: text(rows.source),
        change: text(rows.change),
      })
      .execute();
    await db
      .insertInto("permalink")
      .values({
        article_id,
        id: rows.permalink.quotation.id,
        position: 0,
        document: text(rows.permalink),
      })
      .execute();
    await db
      .insertInto("correction")
      .values({
        article_id,
        number: 1,
        decision: text(rows.decision),
        wording: null,
        made_at: "2026-01-05T08:00:00.000Z",
        origin: "editor",
        undone: 0,
      })
      .execute();
    await db.destroy();
    await reportDb.destroy();
  }

  beforeAll(async () => {
    database = await createDatabase(name);
    store = await database.open();
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  test.each(versions)("written by %s are read whole", async (version) => {
    const rows = rowsOf(version);
    await write(rows);
    const { slug } = rows.article;
    const article = await store.articles.find(slug);
    expect(article).toMatchObject(rows.article);
    expect((await store.articles.published(slug))?.sourceText).toMatchObject(rows.source);
    expect(await store.articles.changes(slug)).toMatchObject([rows.change]);
    expect(await store.articles.permalink(slug, rows.permalink.quotation.id)).toMatchObject(rows.permalink);
    expect(await store.corrections.list(slug)).toMatchObject([{ number: 1, decision: rows.decision }]);
    const { articles } = await store.articles.list({ limit: 100, cursor: null });
    expect(articles.find((row) => row.slug === slug)).toMatchObject(rows.summary);
  });

  test("that lack what was added since are completed: nothing is undefined", async () => {
    const { slug } = rowsOf("before-0.1.0").article;
    expect(await store.articles.find(slug)).toMatchObject({
      description: null,
      datePublished: null,
      image: { alt: null, sources: [] },
      blocks: [{ inlines: [], level: null, ordered: null }],
      speakers: [{ role: null, introduced: null }],
      quotations: [{ cue: null, attributedBy: "engine" }],
    });
    const [change] = await store.articles.changes(slug);
    expect(change?.quotations).toMatchObject([{ speakerBefore: null, successor: null, diff: null }]);
    expect(await store.articles.permalink(slug, "bellbellbell")).toMatchObject({
      speaker: null,
      successor: null,
      diff: null,
      history: [{ speaker: null }],
    });
    expect((await store.corrections.list(slug))[0]?.decision).toMatchObject({ role: null });
  });

  test("that hold a date or a language that cannot be one are read without it", async () => {
    const rows = rowsOf("before-0.1.0");
    const spoilt = { datePublished: "2024-02-01T25:61Z", dateModified: "yesterday", inLanguage: "not a tag" };
    await write({
      ...rows,
      article: { ...rows.article, ...spoilt, slug: "spoilt" },
      summary: { ...rows.summary, ...spoilt, slug: "spoilt" },
    });
    const read = { datePublished: null, dateModified: "1970-01-01T00:00:00.000Z", inLanguage: "und" };
    expect(await store.articles.find("spoilt")).toMatchObject(read);
    const { articles } = await store.articles.list({ limit: 100, cursor: null });
    expect(articles.find(({ slug }) => slug === "spoilt")).toMatchObject(read);
  });

  test("that cannot be read at all are left out of lists, and take nothing else with them", async () => {
    const rows = rowsOf("before-0.1.0");
    await write({ ...rows, article: { ...rows.article, slug: "broken" }, summary: ["nothing of ours"] });
    const { articles } = await store.articles.list({ limit: 100, cursor: null });
    expect(articles.map(({ slug }) => slug)).not.toContain("broken");
    expect(articles.map(({ slug }) => slug)).toContain("the-bell");
  });
});
