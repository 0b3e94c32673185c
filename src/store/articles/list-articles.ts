import type { Kysely } from "kysely";
import type { ArticlePage, ArticleSummary } from "#model/article.ts";
import { ProblemError } from "#model/problem.ts";
import { readDocument } from "#store/database/read-document.ts";
import type { Schema } from "#store/database/schema.ts";
import type { ArticleStore, Log } from "#store/store.ts";
import { summaryDocument } from "./article-document.ts";

/** Stories newest first, without their addresses. A row that cannot be read must not take the list with it. */
export async function listArticles(
  db: Kysely<Schema>,
  { limit, cursor }: Parameters<ArticleStore["list"]>[0],
  log: Log,
): Promise<{ readonly summaries: readonly Omit<ArticleSummary, "url">[] } & Pick<ArticlePage, "next">> {
  let query = db
    .selectFrom("article")
    .where("unpublished_at", "is", null)
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
    summaries: readSummaries(shown, log),
    next: more ? cursorAfter(last) : null,
  };
}

/** Rows as they are shown; one that cannot be read is left out, and said. */
export function readSummaries(
  rows: readonly { readonly id: number; readonly summary: string }[],
  log: Log,
): readonly Omit<ArticleSummary, "url">[] {
  return rows.flatMap(({ id, summary }) => {
    try {
      return [readDocument(summaryDocument, summary)];
    } catch (error) {
      log.warn({ err: error, article: id }, "a story is left out of a list: its row cannot be read");
      return [];
    }
  });
}

/** The last row of a page: where the page after it goes on. */
interface LastRow {
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly id: number;
}

/** The cursor of the page that begins after a row. */
export const cursorAfter = (row: { readonly id: number; readonly published_at: number }): string =>
  writeCursor({ publishedAt: row.published_at, id: row.id });

/** A row as an opaque piece of an address. */
function writeCursor({ publishedAt, id }: LastRow): string {
  return Buffer.from(`${publishedAt}.${id}`).toString("base64url");
}

/** The row that a cursor names; a ProblemError 400 for anything that `writeCursor` does not write. */
function readCursor(cursor: string): LastRow {
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  const [, publishedAt, id] = /^(-?\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  const row = { publishedAt: Number(publishedAt), id: Number(id) };
  if (writeCursor(row) === cursor) return row;
  throw new ProblemError(400, "Bad Request", "The cursor is not one that a list of stories gave out.");
}
