import type { Kysely } from "kysely";
import type { Permalink } from "#model/permalink.ts";
import type { RevisionChange } from "#model/revision.ts";
import { readDocument } from "#store/database/read-document.ts";
import type { Schema } from "#store/database/schema.ts";
import { refuseUnpublished } from "#store/publication/unpublished.ts";
import { changeDocument, permalinkDocument } from "./revision-documents.ts";

/** What became of a wording; null for an id that was never published. */
export async function readPermalink(db: Kysely<Schema>, slug: string, id: string): Promise<Permalink | null> {
  const row = await db
    .selectFrom("article")
    .innerJoin("permalink", "permalink.article_id", "article.id")
    .where("article.slug", "=", slug)
    .where("permalink.id", "=", id)
    .select(["permalink.document", "unpublished_at", "unpublished_why"])
    .executeTakeFirst();
  if (row === undefined) return null;
  refuseUnpublished(row);
  return readDocument(permalinkDocument, row.document);
}

/** Every wording that was ever published of an article, in the order of the draft that brought it last. */
export async function readPermalinks(db: Kysely<Schema>, articleId: number): Promise<readonly Permalink[]> {
  const rows = await db
    .selectFrom("permalink")
    .where("article_id", "=", articleId)
    .select(["document", "position"])
    .execute();
  return rows
    .toSorted((one, other) => one.position - other.position)
    .map(({ document }) => readDocument(permalinkDocument, document));
}

/** What each revision did to the published quotations, newest first. */
export async function readChanges(
  db: Kysely<Schema>,
  slug: string,
  whose: "readers" | "publisher",
): Promise<readonly RevisionChange[]> {
  const rows = await db
    .selectFrom("article")
    .innerJoin("revision", "revision.article_id", "article.id")
    .where("article.slug", "=", slug)
    .orderBy("revision.number", "desc")
    .select(["revision.change", "unpublished_at", "unpublished_why"])
    .execute();
  if (whose === "readers") rows.forEach(refuseUnpublished);
  return rows.map(({ change }) => readDocument(changeDocument, change));
}
