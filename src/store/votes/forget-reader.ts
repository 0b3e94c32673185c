import type { Database } from "#store/database/schema.ts";
import type { TimedCast } from "#store/store.ts";
import { addToTally } from "./tally.ts";

/** A reader who wants to be forgotten, and when they asked (milliseconds since 1970). */
export interface Forgetting {
  readonly forget: string;
  readonly at: number;
}

/**
 * For how long a vote may still be on its way after its reader was forgotten, in milliseconds: 30 days. What waits
 * in the reader's own browser goes when they ask; what is left is whatever sends a request again by itself.
 */
const onItsWay = 30 * 86_400_000;

/**
 * Deletes every vote of a reader, takes them off the tallies, and notes the reader, in one transaction. Their
 * key makes the same reader anew: without the note, a first vote sent again would be theirs once more. The
 * id says nothing of anybody, and no vote bears it any longer.
 */
export async function forgetReader(
  { db }: Database,
  shard: number,
  { forget: reader, at }: Forgetting,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("forgotten_reader")
      .values({ reader, forgotten_at: at })
      .onConflict((conflict) => conflict.column("reader").doUpdateSet({ forgotten_at: at }))
      .execute();
    const gone = await transaction
      .deleteFrom("vote")
      .where("reader", "=", reader)
      .returning(["article_id", "enjoyed as was", "suspicious"])
      .execute();
    await addToTally(
      transaction,
      shard,
      gone.map((vote) => ({ ...vote, enjoyed: null })),
    );
    await transaction
      .deleteFrom("forgotten_reader")
      .where("forgotten_at", "<", at - onItsWay)
      .execute();
  });
}

/** Whose votes of a batch a forgotten reader's key may have brought. */
export const readersByKey = (casts: readonly TimedCast[]): readonly string[] =>
  casts.filter(({ byKey }) => byKey).map(({ reader }) => reader);
