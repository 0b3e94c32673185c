import { type ExpressionBuilder, type Kysely, sql, type Transaction } from "kysely";
import type { Tally } from "#model/vote.ts";
import type { Schema } from "#store/database/schema.ts";

/** How many rows a story's tally can spread over: enough servers, and still few to add up. */
export const shards = 64;

/** One column of a story's tally, added up over its shards. */
export function shardSum(
  { selectFrom }: ExpressionBuilder<Schema, "article">,
  column: "yes" | "no" | "suspicious",
) {
  return selectFrom("tally")
    .whereRef("tally.article_id", "=", "article.id")
    .select(({ fn, ref }) => fn.coalesce(fn.sum<number>(ref(`tally.${column}`)), sql.lit(0)).as(column))
    .as(column);
}

/** The tally of each story that readers may see, by slug. */
export async function talliesOf(
  db: Kysely<Schema>,
  slugs: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Tally>> {
  const rows = await db
    .selectFrom("article")
    .where("slug", "in", [...slugs])
    .where("unpublished_at", "is", null)
    .select((eb) => ["slug", shardSum(eb, "yes"), shardSum(eb, "no")])
    .execute();
  return new Map(rows.map(({ slug, yes, no }) => [slug, { yes: yes ?? 0, no: no ?? 0 }]));
}

/** What a statement did to one vote: `enjoyed` now and before; null where there is none. */
export interface Change {
  readonly article_id: number;
  readonly enjoyed: number | null;
  readonly was: number | null;
  readonly suspicious: number;
}

/** What changes add to the tally of a story: less than nothing where votes went. */
export interface Addition {
  readonly article_id: number;
  readonly yes: number;
  readonly no: number;
  readonly suspicious: number;
}

/** What the changes add up to, one addition a story that it makes a difference to, in the stories' order. */
export function additionsOf(changes: readonly Change[]): readonly Addition[] {
  return [...Map.groupBy(changes, ({ article_id }) => article_id)]
    .map(([article_id, own]) => ({
      article_id,
      yes: sum(own, ({ enjoyed, was }) => Number(enjoyed === 1) - Number(was === 1)),
      no: sum(own, ({ enjoyed, was }) => Number(enjoyed === 0) - Number(was === 0)),
      suspicious: sum(
        own,
        ({ enjoyed, was, suspicious }) => suspicious * (Number(enjoyed !== null) - Number(was !== null)),
      ),
    }))
    .filter(({ yes, no, suspicious }) => yes !== 0 || no !== 0 || suspicious !== 0)
    .toSorted((one, other) => one.article_id - other.article_id);
}

/** Adds what has changed to the server's shard of each story. */
export async function addToTally(
  transaction: Transaction<Schema>,
  shard: number,
  changes: readonly Change[],
): Promise<void> {
  const rows = additionsOf(changes).map((addition) => ({ ...addition, shard }));
  if (rows.length === 0) return;
  await transaction
    .insertInto("tally")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["article_id", "shard"]).doUpdateSet({
        yes: sql`tally.yes + excluded.yes`,
        no: sql`tally.no + excluded.no`,
        suspicious: sql`tally.suspicious + excluded.suspicious`,
      }),
    )
    .execute();
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
