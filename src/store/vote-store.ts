import type { VoteState } from "#model/vote.ts";
import { commitVotes, type TimedCast } from "./commit-votes.ts";
import { asProblem, failureOf, noSuchStory, unavailable } from "./failures.ts";
import { forgetReader } from "./forget-reader.ts";
import { groupCommit } from "./group-commit.ts";
import { retry } from "./retry.ts";
import type { Database } from "./schema.ts";
import type { VoteStore } from "./store.ts";
import { laneSum } from "./tallies.ts";
import { resultsByDay, resultsByStory } from "./vote-results.ts";

/** The most votes of one commit: past some hundreds a larger one saves nothing more. */
const batchLimit = 500;
/** The most votes that wait: some seconds' worth at the measured pace, and a few megabytes. */
const queueLimit = 20_000;
const refused = () => unavailable("So many readers are voting that the queue is full.");

/** What goes through the queue, in order: votes, and readers who want theirs forgotten. */
type Errand = TimedCast | { readonly forget: string };

export interface VoteStoreOptions {
  /** This server's lane of the tallies, 0 to 63. */
  readonly lane: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Votes, and the one queue through which they are written; `close` waits for what it accepted. */
export function createVoteStore(
  database: Database,
  { lane, now }: VoteStoreOptions,
): { readonly votes: VoteStore; close(): Promise<void> } {
  const queue = groupCommit<Errand, VoteState | null>({
    batchLimit,
    queueLimit,
    full: refused,
    commit: (batch) =>
      retry(() => run(database, lane, batch)).catch((error) => Promise.reject(asProblem(error))),
  });

  const votes: VoteStore = {
    async state(slug, reader) {
      const row = await database.db
        .selectFrom("article")
        .where("slug", "=", slug)
        .select((eb) => [
          laneSum(eb, "yes"),
          laneSum(eb, "no"),
          eb
            .selectFrom("vote")
            .where("vote.reader", "=", reader ?? "")
            .whereRef("vote.article_id", "=", "article.id")
            .select("vote.enjoyed")
            .as("mine"),
        ])
        .executeTakeFirst();
      if (row === undefined) throw noSuchStory(slug);
      const mine = reader === null || row.mine === null ? null : row.mine === 1 ? "yes" : "no";
      return { tally: { yes: row.yes ?? 0, no: row.no ?? 0 }, mine };
    },

    async cast(vote) {
      const state = await queue.add({ ...vote, at: now() });
      if (state === null) throw new Error("a vote was answered like an errand to forget");
      return state;
    },

    async forget(reader) {
      await queue.add({ forget: reader });
    },

    results: ({ slug, perDay }) => (perDay ? resultsByDay(database, slug) : resultsByStory(database, slug)),
  };
  return { votes, close: queue.close };
}

/** Runs a batch in order: votes together, up to an errand to forget, which has a transaction of its own. */
async function run(
  database: Database,
  lane: number,
  batch: readonly Errand[],
): Promise<readonly (VoteState | Error | null)[]> {
  const results: (VoteState | Error | null)[] = [];
  let casts: TimedCast[] = [];
  const settle = async () => {
    if (casts.length > 0) results.push(...(await commitApart(database, lane, casts)));
    casts = [];
  };
  for (const errand of batch) {
    if ("forget" in errand) {
      await settle();
      await forgetReader(database, lane, errand.forget);
      results.push(null);
    } else {
      casts.push(errand);
    }
  }
  await settle();
  return results;
}

/** Commits votes together, or, when one of them is what makes that fail, in halves until it fails alone. */
async function commitApart(
  database: Database,
  lane: number,
  casts: readonly TimedCast[],
): Promise<readonly (VoteState | Error)[]> {
  try {
    return await commitVotes(database, lane, casts);
  } catch (error) {
    if (failureOf(error) !== "final") throw error;
    if (casts.length === 1) return [asProblem(error)];
    const middle = casts.length >> 1;
    return [
      ...(await commitApart(database, lane, casts.slice(0, middle))),
      ...(await commitApart(database, lane, casts.slice(middle))),
    ];
  }
}
