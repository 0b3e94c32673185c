import { articlePath } from "#model/addresses.ts";
import type { Article, ArticlePage, ArticleSummary } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import type { RevisionChange } from "#model/revision.ts";
import { inBatches } from "#store/database/batches.ts";
import { failureOf, unavailable } from "#store/database/failures.ts";
import { readDocument } from "#store/database/read-document.ts";
import { retry } from "#store/database/retry.ts";
import type { Database } from "#store/database/schema.ts";
import {
  changeDocument,
  permalinkDocument,
  sourceTextDocument,
} from "#store/revisions/revision-documents.ts";
import { saveRevisions } from "#store/revisions/save-revisions.ts";
import type { ArticleStore, Log, Published, RevisionDraft } from "#store/store.ts";
import { articleDocument, summaryDocument } from "./article-document.ts";
import { readContentVersion } from "./content-version.ts";
import { readCursor, writeCursor } from "./cursor.ts";

/** The most revisions of one transaction: some hundred kilobytes a dozen, which a lost connection loses together. */
const mostTogether = 64;

/** Articles, their revisions, and what became of their quotations. */
export function createArticleStore(database: Database, siteUrl: string, log: Log): ArticleStore {
  const { db } = database;
  const addressed = <Named extends { readonly slug: string }>(
    named: Named,
  ): Named & { readonly url: string } => ({
    ...named,
    url: `${siteUrl}${articlePath(named.slug)}`,
  });
  const saves = inBatches<RevisionDraft, null>({
    run: (drafts) => retry(() => saveRevisions(database, drafts)),
    isOwnFault: (error) => failureOf(error) === "final",
    batchLimit: mostTogether,
    queueLimit: 10_000,
    full: unavailable,
  });
  /** One row that cannot be read must not take every list with it. */
  const readSummary = (id: number, summary: string): readonly ArticleSummary[] => {
    try {
      return [addressed(readDocument(summaryDocument, summary))];
    } catch (error) {
      log.warn({ err: error, article: id }, "a story is left out of a list: its row cannot be read");
      return [];
    }
  };
  const current = (slug: string) =>
    db
      .selectFrom("article")
      .innerJoin("revision", (join) =>
        join
          .onRef("revision.article_id", "=", "article.id")
          .onRef("revision.number", "=", "article.revision"),
      )
      .where("article.slug", "=", slug);

  return {
    async list({ limit, cursor }): Promise<ArticlePage> {
      let query = db
        .selectFrom("article")
        .select(["id", "published_at", "summary"])
        .orderBy("published_at", "desc")
        .orderBy("id", "desc")
        .limit(limit + 1);
      if (cursor !== null) {
        const { publishedAt, id } = readCursor(cursor);
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple("published_at", "id"), "<", tuple(publishedAt, id)),
        );
      }
      const rows = await query.execute();
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const more = rows.length > limit && last !== undefined;
      return {
        articles: shown.flatMap(({ id, summary }) => readSummary(id, summary)),
        next: more ? writeCursor({ publishedAt: last.published_at, id: last.id }) : null,
      };
    },

    async find(slug): Promise<Article | null> {
      const row = await current(slug).select("revision.document").executeTakeFirst();
      return row === undefined ? null : addressed(readDocument(articleDocument, row.document));
    },

    async permalink(slug, id): Promise<Permalink | null> {
      const row = await db
        .selectFrom("article")
        .innerJoin("permalink", "permalink.article_id", "article.id")
        .where("article.slug", "=", slug)
        .where("permalink.id", "=", id)
        .select("permalink.document")
        .executeTakeFirst();
      return row === undefined ? null : readDocument(permalinkDocument, row.document);
    },

    async changes(slug): Promise<readonly RevisionChange[]> {
      const rows = await db
        .selectFrom("article")
        .innerJoin("revision", "revision.article_id", "article.id")
        .where("article.slug", "=", slug)
        .orderBy("revision.number", "desc")
        .select("revision.change")
        .execute();
      return rows.map(({ change }) => readDocument(changeDocument, change));
    },

    async published(slug): Promise<Published | null> {
      const row = await current(slug)
        .select(["article.id", "revision.document", "revision.source"])
        .executeTakeFirst();
      if (row === undefined) return null;
      const permalinks = await db
        .selectFrom("permalink")
        .where("article_id", "=", row.id)
        .select(["document", "position"])
        .execute();
      return {
        article: addressed(readDocument(articleDocument, row.document)),
        sourceText: readDocument(sourceTextDocument, row.source),
        permalinks: permalinks
          .toSorted((one, other) => one.position - other.position)
          .map(({ document }) => readDocument(permalinkDocument, document)),
      };
    },

    version: () => readContentVersion(db),

    async slugOfSource(source): Promise<string | null> {
      const row = await db
        .selectFrom("source")
        .innerJoin("article", "article.id", "source.article_id")
        .where("source.source", "=", source)
        .select("article.slug")
        .executeTakeFirst();
      return row?.slug ?? null;
    },

    async save(draft): Promise<Article> {
      await saves.add(draft);
      return addressed(draft.article);
    },
  };
}
