import type { Kysely } from "kysely";
import type { Score } from "#model/article.ts";
import type { Schema } from "#store/database/schema.ts";
import { inStatements } from "#store/database/statements.ts";

/** A longer name would not fit into an index of PostgreSQL, and is none. */
const longest = 200;

/**
 * The full names of the people whom a story quotes, those with most quotations
 * first, each once. A single word, an organization and a group are left out:
 * “Smith”, “the council” and “residents” are others in every story.
 */
export function fullNamesIn({ voices }: Pick<Score, "voices">): readonly string[] {
  const names = voices
    .toSorted((one, other) => other.marks.length - one.marks.length)
    .flatMap(({ speaker }) => (speaker?.kind === "person" ? [speaker.name.normalize("NFC").trim()] : []))
    .filter((name) => /\S\s+\S/u.test(name) && name.length <= longest && !/\p{Cc}/u.test(name));
  return [...new Set(names)];
}

/** What is to be known of a story to find it by the names in it. */
export interface NamesOfStory {
  readonly articleId: number;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly names: readonly string[];
}

/** Notes whom stories quote, in place of what was noted of them before. */
export async function writeQuotedNames(
  transaction: Kysely<Schema>,
  stories: readonly NamesOfStory[],
): Promise<void> {
  for (const some of inStatements(stories.map(({ articleId }) => articleId)))
    await transaction.deleteFrom("quoted_name").where("article_id", "in", some).execute();
  const rows = stories.flatMap(({ articleId, publishedAt, names }) =>
    names.map((name) => ({ name, published_at: publishedAt, article_id: articleId })),
  );
  for (const some of inStatements(rows)) await transaction.insertInto("quoted_name").values(some).execute();
}
