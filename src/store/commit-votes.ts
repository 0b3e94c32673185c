import { type RawBuilder, sql, type Transaction } from "kysely";
import type { VoteState } from "#model/vote.ts";
import { noSuchStory } from "./failures.ts";
import type { Database, Schema } from "./schema.ts";
import type { Cast } from "./store.ts";
import { talliesOf } from "./tallies.ts";

/** A vote, and when it came in (milliseconds since 1970). */
export interface TimedCast extends Cast {
  readonly at: number;
}

/** What a statement did to one vote: `enjoyed` now and before; null where there is none. */
interface Change {
  readonly article_id: number;
  readonly enjoyed: number | null;
  readonly was: number | null;
  readonly suspicious: number;
}

/**
 * Commits a batch of votes and answers each with the state that it left.
 *
 * How the tally stays right without a hot row. Counting a million votes takes
 * too long, and one tally row a story would let only one transaction at a time
 * vote on it. So each server adds up in a lane of its own: one row a story and
 * lane, 64 lanes, chosen at random at start; two servers that share a lane
 * wait for each other and are still right. The tally is the sum of the lanes.
 *
 * It cannot disagree with the votes, because what is added to the lane is what
 * the vote statement itself reports to have changed, row by row and under its
 * locks, in the same transaction: `was` keeps the answer that the row had
 * before, `RETURNING` hands both back, and a vote that changes nothing (a
 * retry) reports nothing. Either both are committed or neither is.
 *
 * Rows are written in the order of their key, and lanes in the order of the
 * story, so that two servers never wait for each other in a circle.
 */
export async function commitVotes(
  database: Database,
  lane: number,
  batch: readonly TimedCast[],
): Promise<readonly (VoteState | Error)[]> {
  const casts = lastWords(batch);
  await database.db.transaction().execute(async (transaction) => {
    const changes = await writeVotes(transaction, database.kind, casts);
    await deleteWithdrawn(transaction, casts);
    await addToTally(transaction, lane, changes);
  });
  const tallies = await talliesOf(database, [...new Set(casts.map(({ slug }) => slug))]);
  const answers = new Map(casts.map((cast) => [keyOf(cast), cast.answer]));
  return batch.map((cast) => {
    const tally = tallies.get(cast.slug);
    if (tally === undefined) return noSuchStory(cast.slug);
    return { tally, mine: answers.get(keyOf(cast)) ?? null };
  });
}

/** Deletes every vote of a reader, and takes them off the tallies in the same transaction. */
export async function forgetReader({ db }: Database, lane: number, reader: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const gone = await transaction
      .deleteFrom("vote")
      .where("reader", "=", reader)
      .returning(["article_id", "enjoyed", "suspicious"])
      .execute();
    const changes = gone.map(({ article_id, enjoyed, suspicious }) => ({
      article_id,
      enjoyed: null,
      was: enjoyed,
      suspicious,
    }));
    await addToTally(transaction, lane, changes);
  });
}

const keyOf = ({ slug, reader }: Cast): string => `${reader}\n${slug}`;

/** One cast a reader and story: of several in a batch, the last. */
function lastWords(batch: readonly TimedCast[]): readonly TimedCast[] {
  return [...new Map(batch.map((cast) => [keyOf(cast), cast])).values()];
}

/**
 * Writes votes of stories that exist; the others drop out. A withdrawal is
 * written as an answer of null, so that it is ordered and reported like the rest.
 * Whether a vote is suspicious is settled by the request that first cast it.
 */
async function writeVotes(
  transaction: Transaction<Schema>,
  kind: Database["kind"],
  casts: readonly TimedCast[],
): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    insert into vote (reader, article_id, enjoyed, suspicious, voted_at)
    select reader, article_id, enjoyed, suspicious, at from (
      select given.*, (select id from article where article.slug = given.slug) as article_id from ${given(kind, casts)}
    ) as votes
    where article_id is not null
    order by reader, article_id
    on conflict (reader, article_id) do update
      set was = vote.enjoyed, enjoyed = excluded.enjoyed, voted_at = excluded.voted_at
      where vote.enjoyed is distinct from excluded.enjoyed
    returning article_id, enjoyed, was, suspicious`.execute(transaction);
  return rows;
}

/** The casts as a table named `given`: one value, so that a batch of any size is the same statement. */
function given(kind: Database["kind"], casts: readonly TimedCast[]): RawBuilder<unknown> {
  const json = JSON.stringify(
    casts.map(({ slug, reader, answer, suspicious, at }) => ({
      slug,
      reader,
      enjoyed: answer === null ? null : Number(answer === "yes"),
      suspicious: Number(suspicious),
      at,
    })),
  );
  return kind === "sqlite"
    ? sql`(select value ->> 'slug' as slug, value ->> 'reader' as reader, value ->> 'enjoyed' as enjoyed,
        value ->> 'suspicious' as suspicious, value ->> 'at' as at from json_each(${json})) as given`
    : sql`json_to_recordset(${json}::json)
        as given (slug text, reader text, enjoyed smallint, suspicious smallint, at bigint)`;
}

/** Withdrawn votes go within the transaction that withdrew them: nobody else ever sees a vote without an answer. */
async function deleteWithdrawn(transaction: Transaction<Schema>, casts: readonly TimedCast[]): Promise<void> {
  const readers = casts.filter(({ answer }) => answer === null).map(({ reader }) => reader);
  if (readers.length === 0) return;
  await transaction.deleteFrom("vote").where("reader", "in", readers).where("enjoyed", "is", null).execute();
}

/** Adds what has changed to the server's lane of each story. */
async function addToTally(
  transaction: Transaction<Schema>,
  lane: number,
  changes: readonly Change[],
): Promise<void> {
  const sums = Map.groupBy(changes, ({ article_id }) => article_id);
  const rows = [...sums]
    .map(([article_id, own]) => ({
      article_id,
      lane,
      yes: sum(own, ({ enjoyed, was }) => Number(enjoyed === 1) - Number(was === 1)),
      no: sum(own, ({ enjoyed, was }) => Number(enjoyed === 0) - Number(was === 0)),
      suspicious: sum(
        own,
        ({ enjoyed, was, suspicious }) => suspicious * (Number(enjoyed !== null) - Number(was !== null)),
      ),
    }))
    .filter(({ yes, no, suspicious }) => yes !== 0 || no !== 0 || suspicious !== 0)
    .toSorted((one, other) => one.article_id - other.article_id);
  if (rows.length === 0) return;
  await transaction
    .insertInto("tally")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["article_id", "lane"]).doUpdateSet({
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
