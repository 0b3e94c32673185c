import type { Database } from "#store/database/schema.ts";
import { addToTally } from "./add-to-tally.ts";

/** Deletes every vote of a reader, and takes them off the tallies in the same transaction. */
export async function forgetReader({ db }: Database, lane: number, reader: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const gone = await transaction
      .deleteFrom("vote")
      .where("reader", "=", reader)
      .returning(["article_id", "enjoyed as was", "suspicious"])
      .execute();
    await addToTally(
      transaction,
      lane,
      gone.map((vote) => ({ ...vote, enjoyed: null })),
    );
  });
}
