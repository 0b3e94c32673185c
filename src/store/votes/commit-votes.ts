import type { Tally, VoteState } from "#model/vote.ts";
import { noSuchStory } from "#store/database/failures.ts";
import { retry } from "#store/database/retry.ts";
import type { Database } from "#store/database/schema.ts";
import { refusalsOf } from "#store/publication/unpublished.ts";
import type { Cast, TimedCast } from "#store/store.ts";
import { commitOnPostgres } from "./commit-on-postgres.ts";
import { commitOnSqlite } from "./commit-on-sqlite.ts";

/** What a commit left. */
export interface Committed {
  /** The tally of each story that was voted on, by slug; none for a story that is off or not there. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Of the readers that a key alone names, those who were forgotten: their votes changed nothing. */
  readonly forgotten: ReadonlySet<string>;
}

/**
 * Commits a batch of votes and answers each with the state that it left.
 *
 * How the tally stays right without a hot row. Counting a million votes takes
 * too long, and one tally row a story would let only one transaction at a time
 * vote on it. So each server adds up in a shard of its own: one row a story and
 * shard, 64 shards, chosen at random at start; two servers that share a shard wait
 * for each other and are still right. The tally is the sum of the shards.
 *
 * It cannot disagree with the votes, because what is added to the shard is what
 * the vote statement itself reports to have changed, row by row and under its
 * locks, in the same transaction: `was` keeps the answer that the row had
 * before, `RETURNING` hands both back, and a vote that changes nothing (a
 * retry) reports nothing. Either both are committed or neither is.
 *
 * Rows are written in the order of their key, and shards in the order of the
 * story, so that two servers never wait for each other in a circle.
 */
export async function commitVotes(
  database: Database,
  shard: number,
  batch: readonly TimedCast[],
): Promise<readonly (VoteState | Error)[]> {
  const counted = lastOfEachReader(batch);
  const casts = [...new Set(counted)];
  const { tallies, forgotten } = await retry((again) =>
    database.kind === "sqlite"
      ? commitOnSqlite(database, shard, casts)
      : commitOnPostgres(database.db, shard, casts, again),
  );
  const refusals = await refusalsOf(
    database.db,
    new Set(casts.map(({ slug }) => slug).filter((slug) => !tallies.has(slug))),
  );
  return counted.map(({ slug, reader, answer, byKey }) => {
    const tally = tallies.get(slug);
    if (tally === undefined) return refusals.get(slug) ?? noSuchStory(slug);
    return { tally, mine: byKey && forgotten.has(reader) ? null : answer };
  });
}

/** In the place of each vote the one that counts: of several by one reader on one story, the last. */
function lastOfEachReader(batch: readonly TimedCast[]): readonly TimedCast[] {
  const readers = new Set(batch.map(({ reader }) => reader));
  if (readers.size === batch.length) return batch;
  const last = new Map(batch.map((cast) => [keyOf(cast), cast]));
  return batch.map((cast) => last.get(keyOf(cast)) ?? cast);
}

const keyOf = ({ slug, reader }: Cast): string => `${reader}\n${slug}`;
