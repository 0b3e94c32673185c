import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import type { Tally } from "#model/vote.ts";
import type { Schema } from "#store/database/schema.ts";

/** How many rows a story's tally can spread over: enough servers, and still few to add up. */
export const lanes = 64;

/** One column of a story's tally, added up over its lanes. */
export function laneSum(
  { selectFrom }: ExpressionBuilder<Schema, "article">,
  column: "yes" | "no" | "suspicious",
) {
  return selectFrom("tally")
    .whereRef("tally.article_id", "=", "article.id")
    .select(({ fn, ref }) => fn.coalesce(fn.sum<number>(ref(`tally.${column}`)), sql.lit(0)).as(column))
    .as(column);
}

/** The tally of each story that exists, by slug. */
export async function talliesOf(
  db: Kysely<Schema>,
  slugs: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Tally>> {
  const rows = await db
    .selectFrom("article")
    .where("slug", "in", [...slugs])
    .select((eb) => ["slug", laneSum(eb, "yes"), laneSum(eb, "no")])
    .execute();
  return new Map(rows.map(({ slug, yes, no }) => [slug, { yes: yes ?? 0, no: no ?? 0 }]));
}
