import { CompiledQuery, type Kysely, type KyselyPlugin, type RootOperationNode, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scoreOf } from "#model/score.ts";
import { createArticleStore } from "#store/articles/article-store.ts";
import { createCorrectionStore } from "#store/corrections/correction-store.ts";
import { migrate } from "#store/database/migrations.ts";
import { openPostgres } from "#store/database/postgres.ts";
import type { Database, Schema } from "#store/database/schema.ts";
import { openSqlite } from "#store/database/sqlite.ts";
import { createPublicationStore } from "#store/publication/publication-store.ts";
import { createVoteStore } from "#store/votes/vote-store.ts";
import { draftOf, quotation, silent } from "#tools/support/story-draft.ts";
import { createDatabase, databases, type TestDatabase } from "../support.ts";

/** Notes every query that goes through it, so that its plan can be asked for. */
class QueryNotes implements KyselyPlugin {
  readonly nodes: RootOperationNode[] = [];
  /** What is run on SQLite without Kysely. */
  readonly texts: CompiledQuery[] = [];

  transformQuery({ node }: { node: RootOperationNode }): RootOperationNode {
    this.nodes.push(node);
    return node;
  }

  forget(): void {
    this.nodes.length = 0;
    this.texts.length = 0;
  }

  /** The same database, with every query noted. */
  of(database: Database): Database {
    const noted = { db: database.db.withPlugin(this), reportDb: database.reportDb.withPlugin(this) };
    if (database.kind === "postgres") return { ...database, ...noted };
    return {
      ...database,
      ...noted,
      run: (text, parameters) => {
        this.texts.push(CompiledQuery.raw(text, [...parameters]));
        return database.run(text, parameters);
      },
    };
  }

  async transformResult<Result>({ result }: { result: Result }): Promise<Result> {
    return result;
  }
}

/** Ten thousand stories with a revision, a quotation and some votes each, written by the database itself. */
async function fill({ db, kind }: Database): Promise<void> {
  const numbers =
    kind === "sqlite"
      ? sql`(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 10000) select n from numbers) as numbers`
      : sql`generate_series(1, 10000) as numbers(n)`;
  const day = sql`1700000000000 + cast(n as bigint) * 86400000`;
  const { article, sourceText, change, permalinks } = draftOf("story");
  const [document, source, changed, permalink] = [article, sourceText, change, permalinks[0]].map((each) =>
    JSON.stringify(each),
  );
  const summary = JSON.stringify({ ...article, wordCount: 6, score: scoreOf(article) });
  const decision = JSON.stringify({ kind: "role", name: "Ines Marlow", role: null });
  const statements = [
    sql`insert into article (slug, headline, revision, published_at, created_at, summary)
        select 'story-' || n, 'Story ' || n, 1, ${day}, ${day}, ${summary} from ${numbers}`,
    sql`insert into revision (article_id, number, document, source, change) select n, 1, ${document}, ${source}, ${changed} from ${numbers}`,
    sql`insert into permalink (article_id, id, position, document) select n, ${quotation.id}, 0, ${permalink} from ${numbers}`,
    sql`insert into source (source, article_id) select 'story-' || n || '.txt', n from ${numbers}`,
    sql`insert into quoted_name (name, published_at, article_id) select 'Ines Marlow', ${day}, n from ${numbers}`,
    sql`insert into taken_off (digest, taken_off_at) select 'digest ' || n, ${day} from ${numbers}`,
    sql`insert into forgotten_reader (reader, forgotten_at) select 'forgotten ' || n, ${day} from ${numbers}`,
    sql`insert into correction (article_id, number, decision, made_at, origin) select n, 1, ${decision}, '', 'editor' from ${numbers}`,
    sql`insert into tally (article_id, shard, yes, no, suspicious) select n, n % 64, 1, 0, 0 from ${numbers}`,
    sql`insert into vote (reader, article_id, enjoyed, suspicious, voted_at) select 'reader ' || n, n, 1, 0, ${day} from ${numbers}`,
  ];
  for (const statement of statements) await statement.execute(db);
  await sql`analyze`.execute(db);
}

/** The steps of a query's plan that read a table from end to end. */
async function fullScans(
  db: Kysely<Schema>,
  kind: Database["kind"],
  query: CompiledQuery,
): Promise<string[]> {
  const explain = kind === "sqlite" ? "explain query plan" : "explain";
  const { rows } = await db.executeQuery<Record<string, string>>(
    CompiledQuery.raw(`${explain} ${query.sql}`, [...query.parameters]),
  );
  const steps = rows.map((row) => row.detail ?? row["QUERY PLAN"] ?? "");
  // A table of one row is read from end to end by reading that row.
  if (kind === "postgres")
    return steps.filter((step) => /Seq Scan on (?!content_version|first_start)/.test(step));
  // Sorting the batch of votes that came in as a value is not sorting a table.
  const batch = steps.some((step) => step.startsWith("SCAN json_each"));
  return steps.filter(
    (step) =>
      /^SCAN (article|revision|permalink|source|quoted_name|correction|vote|tally|forgotten_reader)\b(?!.* USING )/.test(
        step,
      ) ||
      (step === "USE TEMP B-TREE FOR ORDER BY" && !batch),
  );
}

describe.each(databases)("at ten thousand stories on %s", (name) => {
  let folder: TestDatabase;
  let database: Database;
  const notes = new QueryNotes();

  beforeAll(async () => {
    folder = await createDatabase(name);
    const opened =
      folder.databaseUrl === null ? openSqlite(folder.dataDir) : openPostgres(folder.databaseUrl, silent);
    await migrate(opened);
    await fill(opened);
    database = notes.of(opened);
  }, 120_000);
  afterAll(async () => {
    await database.db.destroy();
    await database.reportDb.destroy();
    await folder.drop();
  });

  const articles = () => createArticleStore(database, "https://paper.example", silent);
  const publication = () => createPublicationStore(database, Date.now);
  const corrections = () => createCorrectionStore(database);
  const votes = () => createVoteStore(database, { shard: 7, now: Date.now }).votes;
  const slug = "story-5000";
  const uses: Record<string, () => Promise<unknown>> = {
    "the first page": () => articles().list({ limit: 20, cursor: null }),
    "a page far down": async () => {
      const { next } = await articles().list({ limit: 5_000, cursor: null });
      notes.forget();
      return articles().list({ limit: 20, cursor: next });
    },
    "a story": () => articles().find(slug),
    "a permalink": () => articles().permalink(slug, quotation.id),
    "where to go on from a story": () => articles().further(slug),
    "where to go on from the last story": () => articles().further("story-1"),
    "a story's changes": () => articles().changes(slug),
    "what was published": () => articles().published(slug),
    "the content's version": () => articles().version(),
    "a source's story": () => articles().slugOfSource("story-5000.txt"),
    "a new story": () => articles().save(draftOf("new")),
    "a revision": () => articles().save(draftOf("new", { revision: 2 })),
    "a story that is taken off": () => publication().unpublish("story-9999", null),
    "a vote on a story that is off": () =>
      votes()
        .state("story-9999", "reader 1")
        .catch(() => null),
    "a story that is brought back": () => publication().publish("story-9999"),
    "whether samples may come": () => publication().areSamplesWelcome(),
    "what was taken off": () => publication().takenOff(),
    "a story's corrections": () => corrections().list(slug),
    "a correction": () =>
      corrections().add(slug, {
        decision: { kind: "role", name: "Ines Marlow", role: null },
        wording: null,
        madeAt: "2026-03-04T09:00:00Z",
        origin: "editor",
      }),
    "taking a correction back": () => corrections().undo(slug, 1),
    "the state of a vote": () => votes().state(slug, "reader 5000"),
    "a batch of votes": () => {
      const { cast } = votes();
      return Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          cast({
            slug: `story-${index + 1}`,
            reader: `r${index}`,
            answer: index === 0 ? null : "yes",
            suspicious: false,
            byKey: true,
          }),
        ),
      );
    },
    "forgetting a reader": () => votes().forget("reader 5000"),
    "a story's results": () => votes().results({ slug, perDay: false }),
    "a story's results by day": () => votes().results({ slug, perDay: true }),
  };

  test.each(Object.keys(uses))("%s is found by an index", async (use) => {
    notes.forget();
    await uses[use]?.();
    expect(notes.nodes.length + notes.texts.length).toBeGreaterThan(0);
    const executor = database.db.withoutPlugins().getExecutor();
    const compiled = notes.nodes.map((node) => executor.compileQuery(node, { queryId: "plan" }));
    for (const query of [...compiled, ...notes.texts]) {
      if (/^(begin|commit|rollback|lock)/.test(query.sql)) continue;
      expect({
        sql: query.sql,
        scans: await fullScans(database.db.withoutPlugins(), database.kind, query),
      }).toEqual({ sql: query.sql, scans: [] });
    }
  });

  test("the check sees a table that is read from end to end", async () => {
    const query = database.db.selectFrom("article").where("headline", "=", "x").select("id").compile();
    expect(await fullScans(database.db.withoutPlugins(), database.kind, query)).toHaveLength(1);
  });
});
