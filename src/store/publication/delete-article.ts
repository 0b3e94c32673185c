import type { Kysely } from "kysely";
import type { Image } from "#model/article.ts";
import { articleDocument } from "#store/articles/article-document.ts";
import { raiseContentVersion } from "#store/articles/content-version.ts";
import { readDocument } from "#store/database/read-document.ts";
import type { Database, Schema } from "#store/database/schema.ts";

/** All that is kept of a story beside its own row, votes first: they are the most. */
const tables = ["vote", "tally", "correction", "quoted_name", "source", "permalink", "revision"] as const;

/**
 * Deletes a story that is off, with its revisions, permalinks, corrections and
 * votes, in one transaction that takes as long as it needs: a million votes
 * took 4.6 s on SQLite, where others' votes wait as long. That none comes in
 * meanwhile, the story's being off sees to.
 *
 * @returns the addresses of its pictures that no other story has
 */
export function deleteArticle({ reportDb }: Database, id: number): Promise<readonly string[]> {
  return reportDb.transaction().execute(async (transaction) => {
    // Locks the story's row, so that no revision comes in meanwhile.
    await transaction
      .updateTable("article")
      .set(({ ref }) => ({ revision: ref("revision") }))
      .where("id", "=", id)
      .execute();
    const rows = await transaction
      .selectFrom("revision")
      .where("article_id", "=", id)
      .select("document")
      .execute();
    const own = new Set(rows.flatMap(({ document }) => picturesOf(document)));
    for (const table of tables) await transaction.deleteFrom(table).where("article_id", "=", id).execute();
    await transaction.deleteFrom("article").where("id", "=", id).execute();
    const pictures: string[] = [];
    for (const src of own) if (!(await isElsewhere(transaction, src))) pictures.push(src);
    await raiseContentVersion(transaction);
    return pictures;
  });
}

/** The site's own pictures in a revision; none in one that cannot be read. */
function picturesOf(document: string): readonly string[] {
  let image: Image | null;
  try {
    ({ image } = readDocument(articleDocument, document));
  } catch {
    return [];
  }
  if (image === null) return [];
  const all = [image.src, ...image.sources.map(({ src }) => src)];
  return all.filter((src) => src !== null).filter((src) => src.startsWith("/images/"));
}

/** Whether any other revision names a picture: reads them all, which a deletion may take the time for. */
async function isElsewhere(db: Kysely<Schema>, src: string): Promise<boolean> {
  const row = await db
    .selectFrom("revision")
    .where("document", "like", `%${src}%`)
    .select("number")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
