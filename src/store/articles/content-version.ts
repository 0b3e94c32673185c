import type { Kysely, Transaction } from "kysely";
import type { Schema } from "#store/database/schema.ts";

/**
 * A number that grows with every change of what readers are shown, and with
 * nothing else. Whoever keeps something that was made of the store's content
 * reads it first: while the number is the same, so is all that was read after it.
 */
export async function readContentVersion(db: Kysely<Schema>): Promise<number> {
  const { number } = await db.selectFrom("content_version").select("number").executeTakeFirstOrThrow();
  return number;
}

/**
 * Counts a change, in the transaction that makes it, so that nobody sees the one without the other.
 * As its last step: from here to the commit, other saves wait.
 */
export async function raiseContentVersion(transaction: Transaction<Schema>): Promise<void> {
  await transaction
    .updateTable("content_version")
    .set(({ eb }) => ({ number: eb("number", "+", 1) }))
    .execute();
}
