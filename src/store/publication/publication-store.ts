import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { sql } from "kysely";
import { takenOffDays } from "#model/taken-off.ts";
import { summaryDocument } from "#store/articles/article-document.ts";
import { raiseContentVersion } from "#store/articles/content-version.ts";
import { fullNamesIn, writeQuotedNames } from "#store/articles/quoted-names.ts";
import { noSuchStory } from "#store/database/failures.ts";
import { readDocument } from "#store/database/read-document.ts";
import { retry } from "#store/database/retry.ts";
import type { Database, Schema } from "#store/database/schema.ts";
import type { PublicationStore } from "#store/store.ts";
import { deleteArticle } from "./delete-article.ts";
import { unpublishedOf } from "./unpublished.ts";

const dayMilliseconds = 86_400_000;

/** Whether readers may see a story, and the samples' coming and going. */
export function createPublicationStore(database: Database, now: () => number): PublicationStore {
  const { db } = database;

  const unpublish = (slug: string, reason: string | null) =>
    retry(() =>
      db.transaction().execute(async (transaction) => {
        await waitForVotes(transaction, database.kind);
        const row = await transaction
          .updateTable("article")
          .set(({ fn, val }) => ({
            unpublished_at: fn.coalesce("unpublished_at", val(now())),
            ...(reason === null ? {} : { unpublished_why: reason }),
          }))
          .where("slug", "=", slug)
          .returning(["id", "unpublished_at", "unpublished_why"])
          .executeTakeFirst();
        const unpublished = row === undefined ? null : unpublishedOf(row);
        if (row === undefined || unpublished === null) throw noSuchStory(slug);
        // No other story leads to it by a name.
        await transaction.deleteFrom("quoted_name").where("article_id", "=", row.id).execute();
        await noteTakenOff(transaction, slug, now());
        await raiseContentVersion(transaction);
        return unpublished;
      }),
    );

  const isThere = async (slug: string): Promise<boolean> =>
    (await db.selectFrom("article").where("slug", "=", slug).select("id").executeTakeFirst()) !== undefined;

  return {
    unpublish,

    publish: (slug) =>
      retry(async (again) => {
        const changed = await db.transaction().execute(async (transaction) => {
          const row = await transaction
            .updateTable("article")
            .set({ unpublished_at: null, unpublished_why: null })
            .where("slug", "=", slug)
            .where("unpublished_at", "is not", null)
            .returning(["id", "published_at", "summary"])
            .executeTakeFirst();
          if (row === undefined) return false;
          const names = fullNamesIn(readDocument(summaryDocument, row.summary).score);
          await writeQuotedNames(transaction, [{ articleId: row.id, publishedAt: row.published_at, names }]);
          await raiseContentVersion(transaction);
          return true;
        });
        if (!changed && !(await isThere(slug))) throw noSuchStory(slug);
        return changed || again;
      }),

    async delete(slug) {
      const row = await db
        .selectFrom("article")
        .where("slug", "=", slug)
        .select(["id", "unpublished_at"])
        .executeTakeFirst();
      if (row === undefined) throw noSuchStory(slug);
      // Off first, and from then on nobody votes on it: what is deleted is all that there will be.
      if (row.unpublished_at === null) await unpublish(slug, null);
      return deleteArticle(database, row.id);
    },

    async samples() {
      const rows = await db
        .selectFrom("article")
        .where("sample", "=", 1)
        .orderBy("id")
        .select("slug")
        .execute();
      return rows.map(({ slug }) => slug);
    },

    async areSamplesWelcome() {
      const { samples_welcome } = await db
        .selectFrom("first_start")
        .select("samples_welcome")
        .executeTakeFirstOrThrow();
      return samples_welcome === 1;
    },

    refuseSamples: () => retry(() => refuseSamples(db)),

    async takenOff() {
      const rows = await db
        .selectFrom("taken_off")
        .where("taken_off_at", ">", now() - takenOffDays * dayMilliseconds)
        .orderBy("taken_off_at")
        .orderBy("digest")
        .select(["digest", "taken_off_at"])
        .execute();
      return rows.map(({ digest, taken_off_at }) => ({ digest, date: new Date(taken_off_at).toISOString() }));
    },
  };
}

/** From now on no sample comes by itself. */
export async function refuseSamples(db: Kysely<Schema>): Promise<void> {
  await db.updateTable("first_start").set({ samples_welcome: 0 }).where("samples_welcome", "=", 1).execute();
}

/**
 * Waits for the votes that are being committed, and lets others begin after this transaction: a statement that
 * began before would still find the story, and leave a vote where nobody expects one. On SQLite whoever writes is
 * alone.
 */
async function waitForVotes(transaction: Transaction<Schema>, kind: Database["kind"]): Promise<void> {
  if (kind === "postgres") await sql`lock table vote in share mode`.execute(transaction);
}

async function noteTakenOff(transaction: Transaction<Schema>, slug: string, at: number): Promise<void> {
  const digest = createHash("sha256").update(slug).digest("hex");
  await transaction
    .insertInto("taken_off")
    .values({ digest, taken_off_at: at })
    .onConflict((conflict) => conflict.column("digest").doUpdateSet({ taken_off_at: at }))
    .execute();
}
