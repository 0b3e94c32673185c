import type { Transaction } from "kysely";
import type { Article, ArticleSummary } from "#model/article.ts";
import { scoreOf } from "#model/score.ts";
import { wordCount } from "#model/word-count.ts";
import { raiseContentVersion } from "#store/articles/content-version.ts";
import { fullNamesIn, writeQuotedNames } from "#store/articles/quoted-names.ts";
import type { Database, Schema } from "#store/database/schema.ts";
import { inStatements } from "#store/database/statements.ts";
import { refuseSamples } from "#store/publication/publication-store.ts";
import { RevisionConflict, type RevisionDraft } from "#store/store.ts";

/**
 * Keeps revisions in one transaction, and answers each draft in order: null
 * once it is kept, or the conflict that is its own.
 *
 * Whose turn it is, the article's row decides: the first revision must be the
 * one that inserts it, each later one must find it at the revision before.
 */
export async function saveRevisions(
  { db }: Database,
  drafts: readonly RevisionDraft[],
): Promise<readonly (RevisionConflict | null)[]> {
  // Counted and summed before anything is locked.
  const rows = drafts.map((draft) => ({ draft, ...rowOf(draft) }));
  return db.transaction().execute(async (transaction) => {
    if (drafts.some(({ isSample }) => !isSample)) await refuseSamples(transaction);
    const claimed: Claimed[] = [];
    const answers: (RevisionConflict | null)[] = [];
    for (const { draft, names, row } of rows) {
      const own = await claim(transaction, row);
      const { slug, revision } = draft.article;
      answers.push(
        own === null ? new RevisionConflict(`revision ${revision} of ${slug} is not the next one`) : null,
      );
      if (own === null) continue;
      const isOff = own.unpublished_at !== null;
      claimed.push({ id: own.id, publishedAt: own.published_at, names: isOff ? [] : names, draft });
    }
    await insertDocuments(transaction, claimed);
    await insertPermalinks(transaction, claimed);
    await insertSources(transaction, claimed);
    await writeNames(transaction, claimed);
    if (claimed.length > 0) await raiseContentVersion(transaction);
    return answers;
  });
}

/** A draft whose turn is certain, its article's id and place among the others, and whom it quotes by name. */
interface Claimed {
  readonly id: number;
  readonly publishedAt: number;
  readonly names: readonly string[];
  readonly draft: RevisionDraft;
}

/** An article's own row, and the names that lead to it; `published_at` is null where the story does not say. */
function rowOf({ article, isSample }: RevisionDraft) {
  const { slug, revision, headline, datePublished } = article;
  const published = datePublished === null ? Number.NaN : Date.parse(datePublished);
  const summary = summarize(article);
  const row = {
    slug,
    headline,
    revision,
    summary: JSON.stringify(summary),
    sample: Number(isSample),
    created_at: Date.parse(article.dateModified),
    published_at: Number.isNaN(published) ? null : published,
  };
  return { row, names: fullNamesIn(summary.score) };
}

/** What a list shows of a story, made once when it is saved. */
function summarize(article: Omit<Article, "url">): Omit<ArticleSummary, "url"> {
  const { slug, headline, description, datePublished, dateModified, author, publisher, inLanguage, image } =
    article;
  return {
    slug,
    headline,
    description,
    datePublished,
    dateModified,
    author,
    publisher,
    inLanguage,
    image,
    wordCount: wordCount(article),
    score: scoreOf(article),
  };
}

/** The article's row, once this revision's turn is certain; null when it is another's. */
async function claim(
  transaction: Transaction<Schema>,
  row: ReturnType<typeof rowOf>["row"],
): Promise<{
  readonly id: number;
  readonly published_at: number;
  readonly unpublished_at: number | null;
} | null> {
  const { slug, headline, revision, summary, sample, created_at, published_at } = row;
  const claimed =
    revision === 1
      ? await transaction
          .insertInto("article")
          .values({ ...row, published_at: published_at ?? created_at })
          .onConflict((conflict) => conflict.column("slug").doNothing())
          .returning(["id", "published_at", "unpublished_at"])
          .executeTakeFirst()
      : await transaction
          .updateTable("article")
          .set(({ ref }) => ({
            headline,
            revision,
            summary,
            sample,
            published_at: published_at ?? ref("created_at"),
          }))
          .where("slug", "=", slug)
          .where("revision", "=", revision - 1)
          .returning(["id", "published_at", "unpublished_at"])
          .executeTakeFirst();
  return claimed ?? null;
}

async function insertDocuments(transaction: Transaction<Schema>, claimed: readonly Claimed[]): Promise<void> {
  const rows = claimed.map(({ id, draft: { article, sourceText, change } }) => ({
    article_id: id,
    number: article.revision,
    document: JSON.stringify(article),
    source: JSON.stringify(sourceText),
    change: JSON.stringify(change),
  }));
  for (const some of inStatements(rows)) await transaction.insertInto("revision").values(some).execute();
}

/** Writes the permalinks that are new or have changed. */
async function insertPermalinks(
  transaction: Transaction<Schema>,
  claimed: readonly Claimed[],
): Promise<void> {
  const rows = claimed.flatMap(({ id, draft }) =>
    draft.permalinks.map((permalink, position) => ({
      article_id: id,
      id: permalink.quotation.id,
      position,
      document: JSON.stringify(permalink),
    })),
  );
  // Two revisions of one story may come together, and no statement may write a row twice: the later one stands.
  for (const some of inStatements(lastOfEach(rows, ({ article_id, id }) => `${article_id} ${id}`))) {
    await transaction
      .insertInto("permalink")
      .values(some)
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
}

async function insertSources(transaction: Transaction<Schema>, claimed: readonly Claimed[]): Promise<void> {
  const rows = claimed.flatMap(({ id, draft: { sourceText } }) =>
    sourceText.source === null ? [] : [{ source: sourceText.source, article_id: id }],
  );
  for (const some of inStatements(lastOfEach(rows, ({ source }) => source))) {
    await transaction
      .insertInto("source")
      .values(some)
      .onConflict((conflict) =>
        conflict.column("source").doUpdateSet(({ ref }) => ({ article_id: ref("excluded.article_id") })),
      )
      .execute();
  }
}

async function writeNames(transaction: Transaction<Schema>, claimed: readonly Claimed[]): Promise<void> {
  const stories = claimed.map(({ id, publishedAt, names }) => ({ articleId: id, publishedAt, names }));
  await writeQuotedNames(
    transaction,
    lastOfEach(stories, ({ articleId }) => String(articleId)),
  );
}

const lastOfEach = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values(),
];
