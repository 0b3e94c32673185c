import { randomInt } from "node:crypto";
import { createArticleStore } from "#store/articles/article-store.ts";
import { createCorrectionStore } from "#store/corrections/correction-store.ts";
import { tellFailures, withProblemErrors } from "#store/database/failures.ts";
import { latestMigration, migrate } from "#store/database/migrations.ts";
import { openPostgres } from "#store/database/postgres.ts";
import { retry } from "#store/database/retry.ts";
import type { Database } from "#store/database/schema.ts";
import { openSqlite } from "#store/database/sqlite.ts";
import { createPublicationStore } from "#store/publication/publication-store.ts";
import { shards } from "#store/votes/tally.ts";
import { createVoteStore } from "#store/votes/vote-store.ts";
import type { Log, Store } from "./store.ts";

/** After how long a database that says nothing counts as away: readiness must answer within five seconds. */
const readyMilliseconds = 4_000;

export interface StoreOptions {
  /** `postgres://…`; null for SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Absolute, without a trailing slash: what articles' addresses begin with. */
  readonly siteUrl: string;
  readonly log: Log;
  /** The clock that votes and what is taken off are dated by, in milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Opens the database, brings it to the newest schema, and gives what is kept in it.
 * Rejects when the database stays away or is not one of ours.
 */
export async function openStore({
  databaseUrl,
  dataDir,
  siteUrl,
  log,
  now = Date.now,
}: StoreOptions): Promise<Store> {
  const database = databaseUrl === null ? openSqlite(dataDir) : openPostgres(databaseUrl, log);
  const { db } = database;
  try {
    await retry(() => migrate(database));
  } catch (error) {
    await disconnect(database);
    throw error;
  }
  const tell = tellFailures(log);
  let asking: Promise<void> | null = null;
  const { votes, close } = createVoteStore(database, { shard: randomInt(shards), now });
  return {
    articles: withProblemErrors(createArticleStore(database, siteUrl, log), tell),
    publication: withProblemErrors(createPublicationStore(database, now), tell),
    corrections: withProblemErrors(createCorrectionStore(database), tell),
    votes: withProblemErrors(votes, tell),
    ready: () => {
      // However many ask at once, the database is asked once.
      asking ??= within(readyMilliseconds, async () => {
        await db
          .selectFrom("kysely_migration")
          .where("name", "=", latestMigration)
          .select("name")
          .executeTakeFirstOrThrow();
        await retry(() => tryWriting(database));
      }).finally(() => {
        asking = null;
      });
      return asking;
    },
    close: async () => {
      await close();
      await disconnect(database);
    },
  };
}

/**
 * Fails as a vote would. SQLite shows only in a write whether there is room for
 * one; PostgreSQL says by any statement that would write whether it may, and a
 * real one would make each look at readiness wait for those who save.
 */
async function tryWriting(database: Database): Promise<void> {
  const { db } = database;
  const same = db.updateTable("content_version").set(({ ref }) => ({ number: ref("number") }));
  if (database.kind === "postgres") {
    await same.where(({ lit }) => lit(false)).execute();
  } else {
    database.assertRoom();
    await db.transaction().execute((transaction) => transaction.executeQuery(same));
  }
}

async function disconnect({ db, reportDb }: Database): Promise<void> {
  await db.destroy();
  await reportDb.destroy();
}

/** Rejects when a step takes longer than `milliseconds`. */
async function within(milliseconds: number, step: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database does not answer")), milliseconds);
  });
  try {
    await Promise.race([step(), late]);
  } finally {
    clearTimeout(timer);
  }
}
