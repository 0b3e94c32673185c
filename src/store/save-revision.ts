import type { Transaction } from "kysely";
import type { Permalink } from "#model/permalink.ts";
import type { Database, Schema } from "./schema.ts";
import { RevisionConflict, type RevisionDraft } from "./store.ts";
import { summarize } from "./summarize.ts";

/** How many permalinks one statement carries: four values each, and SQLite takes 32,766 values. */
const permalinksPerStatement = 500;

/**
 * Keeps a revision in one transaction.
 *
 * Whose turn it is, the article's row decides: the first revision must be the
 * one that inserts it, each later one must find it at the revision before.
 */
export async function saveRevision({ db }: Database, draft: RevisionDraft): Promise<void> {
  const { article, sourceText, permalinks, change } = draft;
  await db.transaction().execute(async (transaction) => {
    const id = await claim(transaction, article);
    await transaction
      .insertInto("revision")
      .values({
        article_id: id,
        number: article.revision,
        document: JSON.stringify(article),
        source: JSON.stringify(sourceText),
        change: JSON.stringify(change),
      })
      .execute();
    for (let start = 0; start < permalinks.length; start += permalinksPerStatement) {
      await keepPermalinks(transaction, id, start, permalinks.slice(start, start + permalinksPerStatement));
    }
    if (sourceText.source !== null) {
      await transaction
        .insertInto("source")
        .values({ source: sourceText.source, article_id: id })
        .onConflict((conflict) => conflict.column("source").doUpdateSet({ article_id: id }))
        .execute();
    }
  });
}

/** The article's id, once this revision's turn is certain. */
async function claim(transaction: Transaction<Schema>, article: RevisionDraft["article"]): Promise<number> {
  const { slug, revision, headline } = article;
  const modified = Date.parse(article.dateModified);
  const published = article.datePublished === null ? Number.NaN : Date.parse(article.datePublished);
  const summary = JSON.stringify(summarize(article));
  const row =
    revision === 1
      ? await transaction
          .insertInto("article")
          .values({
            slug,
            headline,
            revision,
            summary,
            created_at: modified,
            published_at: Number.isNaN(published) ? modified : published,
          })
          .onConflict((conflict) => conflict.column("slug").doNothing())
          .returning("id")
          .executeTakeFirst()
      : await transaction
          .updateTable("article")
          .set(({ ref }) => ({
            headline,
            revision,
            summary,
            published_at: Number.isNaN(published) ? ref("created_at") : published,
          }))
          .where("slug", "=", slug)
          .where("revision", "=", revision - 1)
          .returning("id")
          .executeTakeFirst();
  if (row === undefined) {
    throw new RevisionConflict(`revision ${revision} of ${slug} is not the next one`);
  }
  return row.id;
}

/** Writes the permalinks that are new or have changed; `start` is the first one's place in the draft. */
async function keepPermalinks(
  transaction: Transaction<Schema>,
  articleId: number,
  start: number,
  permalinks: readonly Permalink[],
): Promise<void> {
  await transaction
    .insertInto("permalink")
    .values(
      permalinks.map((permalink, index) => ({
        article_id: articleId,
        id: permalink.quotation.id,
        position: start + index,
        document: JSON.stringify(permalink),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["article_id", "id"])
        .doUpdateSet(({ ref }) => ({
          position: ref("excluded.position"),
          document: ref("excluded.document"),
        }))
        .where(({ eb, or, ref }) =>
          or([
            eb("permalink.document", "!=", ref("excluded.document")),
            eb("permalink.position", "!=", ref("excluded.position")),
          ]),
        ),
    )
    .execute();
}
