import type { VoteState } from "#model/vote.ts";
import { noSuchStory } from "#store/database/failures.ts";
import { retry } from "#store/database/retry.ts";
import type { Database } from "#store/database/schema.ts";
import type { Cast, TimedCast } from "#store/store.ts";
import { writeVotesToPostgres } from "./commit-on-postgres.ts";
import { writeVotesToSqlite } from "./commit-on-sqlite.ts";

/**
 * Commits a batch of votes and answers each with the state that it left.
 *
 * How the tally stays right without a hot row. Counting a million votes takes
 * too long, and one tally row a story would let only one transaction at a time
 * vote on it. So each server adds up in a lane of its own: one row a story and
 * lane, 64 lanes, chosen at random at start; two servers that share a lane wait
 * for each other and are still right. The tally is the sum of the lanes.
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
  const counted = lastWords(batch);
  const casts = [...new Set(counted)];
  const tallies = await retry((again) =>
    database.kind === "sqlite"
      ? writeVotesToSqlite(database, lane, casts)
      : writeVotesToPostgres(database.db, lane, casts, again),
  );
  return counted.map(({ slug, answer }) => {
    const tally = tallies.get(slug);
    return tally === undefined ? noSuchStory(slug) : { tally, mine: answer };
  });
}

/** In the place of each vote the one that counts: of several by one reader on one story, the last. */
function lastWords(batch: readonly TimedCast[]): readonly TimedCast[] {
  const readers = new Set(batch.map(({ reader }) => reader));
  if (readers.size === batch.length) return batch;
  const last = new Map(batch.map((cast) => [keyOf(cast), cast]));
  return batch.map((cast) => last.get(keyOf(cast)) ?? cast);
}

const keyOf = ({ slug, reader }: Cast): string => `${reader}\n${slug}`;
