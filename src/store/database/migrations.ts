import { type ColumnDefinitionBuilder, type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { summaryDocument } from "#store/articles/article-document.ts";
import { fullNamesIn, writeQuotedNames } from "#store/articles/quoted-names.ts";
import { readDocument } from "./read-document.ts";
import type { Database, Schema } from "./schema.ts";

/** The migration that a database must have seen to be ready. */
export const latestMigration = "0006-forgotten-readers";

/**
 * Every migration by name, oldest first. One set for both databases: only how
 * a number is handed out differs.
 *
 * Votes carry no foreign key to their article: on PostgreSQL each vote would
 * share-lock the article's row, a hot row in a story that everybody reads.
 * Votes are inserted by joining the article instead; how a story is deleted all
 * the same, delete-article.ts tells.
 */
function migrations(kind: Database["kind"]): Record<string, Migration> {
  return {
    "0001-ground": { up: (db) => createTables(db, kind) },
    "0002-content-version": { up: addContentVersion },
    "0003-shards": { up: renameLanes },
    "0004-quoted-names": { up: (db) => addQuotedNames(db, kind) },
    "0005-taken-off": { up: addTakenOff },
    [latestMigration]: { up: (db) => addForgottenReaders(db, kind) },
  };
}

/**
 * Brings the database to the newest schema.
 *
 * Safe when several servers start at once: PostgreSQL's advisory lock, or
 * SQLite's write lock, lets one of them do it while the others wait and then
 * find nothing to do. Each run is one transaction.
 */
export async function migrate({ reportDb, kind }: Database): Promise<void> {
  const provider = { getMigrations: async () => migrations(kind) };
  // Read committed, whatever the database's own level: who has waited for the lock must see what was done meanwhile.
  const run =
    kind === "postgres" ? reportDb.transaction().setIsolationLevel("read committed") : reportDb.transaction();
  await run.execute(async (transaction) => {
    if (kind === "postgres")
      await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction);
    const { error } = await new Migrator({ db: transaction, provider }).migrateToLatest();
    if (error !== undefined) throw error;
  });
}

/** Any number that nothing else locks in the database. */
const migrationLock = 7_265_626_104;

async function createTables(db: Kysely<unknown>, kind: Database["kind"]): Promise<void> {
  const { schema } = db;
  const numbered = (column: ColumnDefinitionBuilder) =>
    kind === "sqlite"
      ? column.primaryKey().autoIncrement()
      : column.primaryKey().generatedByDefaultAsIdentity();

  await schema
    .createTable("article")
    .addColumn("id", "integer", numbered)
    .addColumn("slug", "text", (column) => column.notNull().unique())
    .addColumn("headline", "text", (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("published_at", "bigint", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("summary", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("article_newest").on("article").columns(["published_at", "id"]).execute();

  await schema
    .createTable("revision")
    .addColumn("article_id", "integer", (column) => column.notNull().references("article.id"))
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("document", "text", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("change", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("revision_key", ["article_id", "number"])
    .execute();

  await schema
    .createTable("permalink")
    .addColumn("article_id", "integer", (column) => column.notNull().references("article.id"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("document", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("permalink_key", ["article_id", "id"])
    .execute();

  await schema
    .createTable("source")
    .addColumn("source", "text", (column) => column.primaryKey())
    .addColumn("article_id", "integer", (column) => column.notNull().references("article.id"))
    .execute();

  await schema.createIndex("source_article").on("source").column("article_id").execute();

  await schema
    .createTable("correction")
    .addColumn("article_id", "integer", (column) => column.notNull().references("article.id"))
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("decision", "text", (column) => column.notNull())
    .addColumn("wording", "text")
    .addColumn("made_at", "text", (column) => column.notNull())
    .addColumn("origin", "text", (column) => column.notNull())
    .addColumn("undone", "smallint", (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint("correction_key", ["article_id", "number"])
    .execute();

  // The reader comes first, so that a cluster can distribute votes by reader
  // and the votes of one story spread over all of its machines. SQLite keeps
  // the rows in their key itself: one tree less to write to.
  const vote = schema.createTable("vote");
  await (kind === "sqlite" ? vote.modifyEnd(sql`without rowid`) : vote)
    .addColumn("reader", "text", (column) => column.notNull())
    .addColumn("article_id", "integer", (column) => column.notNull())
    .addColumn("enjoyed", "smallint")
    .addColumn("was", "smallint")
    .addColumn("suspicious", "smallint", (column) => column.notNull())
    .addColumn("voted_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("vote_key", ["reader", "article_id"])
    .execute();
  await schema
    .createIndex("vote_results")
    .on("vote")
    .columns(["article_id", "voted_at", "enjoyed", "suspicious"])
    .execute();

  await schema
    .createTable("tally")
    .addColumn("article_id", "integer", (column) => column.notNull())
    .addColumn("lane", "smallint", (column) => column.notNull())
    .addColumn("yes", "integer", (column) => column.notNull())
    .addColumn("no", "integer", (column) => column.notNull())
    .addColumn("suspicious", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("tally_key", ["article_id", "lane"])
    .execute();
}

/** One row: the number that grows with every save; see content-version.ts. */
async function addContentVersion(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("content_version")
    .addColumn("number", "bigint", (column) => column.notNull())
    .execute();
  await sql`insert into content_version (number) values (1)`.execute(db);
}

/** The rows that a story's tally is spread over are called shards, as everywhere else. */
async function renameLanes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("tally").renameColumn("lane", "shard").execute();
}

/** How many stories' rows the step below holds at once. */
const storiesAtOnce = 500;

/** Which stories quote whom, by name: made from the lists' own rows, of which one that cannot be read names nobody. */
async function addQuotedNames(db: Kysely<unknown>, kind: Database["kind"]): Promise<void> {
  const table = db.schema.createTable("quoted_name");
  await (kind === "sqlite" ? table.modifyEnd(sql`without rowid`) : table)
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("published_at", "bigint", (column) => column.notNull())
    .addColumn("article_id", "integer", (column) => column.notNull().references("article.id"))
    .addPrimaryKeyConstraint("quoted_name_key", ["name", "published_at", "article_id"])
    .execute();
  await db.schema.createIndex("quoted_name_article").on("quoted_name").column("article_id").execute();

  const store = db as Kysely<Schema>;
  for (let last = 0, more = true; more; ) {
    const rows = await store
      .selectFrom("article")
      .where("id", ">", last)
      .orderBy("id")
      .limit(storiesAtOnce)
      .select(["id", "published_at", "summary"])
      .execute();
    last = rows.at(-1)?.id ?? last;
    more = rows.length === storiesAtOnce;
    await writeQuotedNames(
      store,
      rows.map(({ id, published_at, summary }) => ({
        articleId: id,
        publishedAt: published_at,
        names: namesIn(summary),
      })),
    );
  }
}

function namesIn(summary: string): readonly string[] {
  try {
    return fullNamesIn(readDocument(summaryDocument, summary).score);
  } catch {
    return [];
  }
}

/**
 * Stories that are off, samples, and which addresses were taken off. Until now
 * a sample was known by the file that it came from, and samples came only into
 * a store that held no story.
 */
async function addTakenOff(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable("article")
    .addColumn("sample", "smallint", (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable("article").addColumn("unpublished_at", "bigint").execute();
  await schema.alterTable("article").addColumn("unpublished_why", "text").execute();
  await schema
    .createTable("taken_off")
    .addColumn("digest", "text", (column) => column.primaryKey())
    .addColumn("taken_off_at", "bigint", (column) => column.notNull())
    .execute();
  await schema.createIndex("taken_off_newest").on("taken_off").columns(["taken_off_at", "digest"]).execute();
  await schema
    .createTable("first_start")
    .addColumn("samples_welcome", "smallint", (column) => column.notNull())
    .execute();
  // Any sign between the folders: it is another one on Windows.
  await sql`update article set sample = 1
    where id in (select article_id from source where source like '%_src_samples_%.md')`.execute(db);
  await sql`insert into first_start (samples_welcome)
    select case when exists (select 1 from article) then 0 else 1 end`.execute(db);
}

/** Who asked to be forgotten, for as long as a vote of theirs may still be on its way. */
async function addForgottenReaders(db: Kysely<unknown>, kind: Database["kind"]): Promise<void> {
  const table = db.schema.createTable("forgotten_reader");
  await (kind === "sqlite" ? table.modifyEnd(sql`without rowid`) : table)
    .addColumn("reader", "text", (column) => column.primaryKey())
    .addColumn("forgotten_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("forgotten_reader_oldest")
    .on("forgotten_reader")
    .column("forgotten_at")
    .execute();
}
