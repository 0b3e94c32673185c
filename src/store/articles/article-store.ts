import { articlePath } from "#model/addresses.ts";
import { inBatches } from "#store/database/batches.ts";
import { failureOf, unavailable } from "#store/database/failures.ts";
import { readDocument } from "#store/database/read-document.ts";
import { retry } from "#store/database/retry.ts";
import type { Database } from "#store/database/schema.ts";
import { refuseUnpublished, unpublishedOf } from "#store/publication/unpublished.ts";
import { readChanges, readPermalink, readPermalinks } from "#store/revisions/read-revisions.ts";
import { sourceTextDocument } from "#store/revisions/revision-documents.ts";
import { saveRevisions } from "#store/revisions/save-revisions.ts";
import type { ArticleStore, Log, RevisionDraft } from "#store/store.ts";
import { articleDocument } from "./article-document.ts";
import { readContentVersion } from "./content-version.ts";
import { readFurther } from "./further-reading.ts";
import { listArticles } from "./list-articles.ts";

/** The most revisions of one transaction: some hundred kilobytes a dozen, which a lost connection loses together. */
const batchLimit = 64;

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
    batchLimit,
    queueLimit: 10_000,
    full: unavailable,
  });
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
    async list(page) {
      const { summaries, next } = await listArticles(db, page, log);
      return { articles: summaries.map(addressed), next };
    },

    async find(slug) {
      const row = await current(slug)
        .select(["revision.document", "unpublished_at", "unpublished_why"])
        .executeTakeFirst();
      if (row === undefined) return null;
      refuseUnpublished(row);
      return addressed(readDocument(articleDocument, row.document));
    },

    permalink: (slug, id) => readPermalink(db, slug, id),
    changes: (slug, whose = "readers") => readChanges(db, slug, whose),

    async further(slug) {
      const found = await readFurther(db, slug, log);
      if (found === null) return null;
      return {
        next: found.next.map(addressed),
        sameNames: found.sameNames.map(({ article, speakers }) => {
          const { url, headline, datePublished, inLanguage } = addressed(article);
          return { article: { slug: article.slug, url, headline, datePublished, inLanguage }, speakers };
        }),
      };
    },

    async published(slug) {
      const row = await current(slug)
        .select(["article.id", "revision.document", "revision.source"])
        .select(["sample", "unpublished_at", "unpublished_why"])
        .executeTakeFirst();
      if (row === undefined) return null;
      return {
        article: addressed(readDocument(articleDocument, row.document)),
        sourceText: readDocument(sourceTextDocument, row.source),
        permalinks: await readPermalinks(db, row.id),
        isSample: row.sample === 1,
        unpublished: unpublishedOf(row),
      };
    },

    version: () => readContentVersion(db),

    async slugOfSource(source) {
      const row = await db
        .selectFrom("source")
        .innerJoin("article", "article.id", "source.article_id")
        .where("source.source", "=", source)
        .select("article.slug")
        .executeTakeFirst();
      return row?.slug ?? null;
    },

    async save(draft) {
      await saves.add(draft);
      return addressed(draft.article);
    },
  };
}
