import { channel } from "node:diagnostics_channel";
import type { VoteState } from "#model/vote.ts";
import { inBatches } from "#store/database/batches.ts";
import { failureOf, unavailable } from "#store/database/failures.ts";
import { retry } from "#store/database/retry.ts";
import type { Database } from "#store/database/schema.ts";
import type { TimedCast, VoteStore } from "#store/store.ts";
import { commitVotes } from "./commit-votes.ts";
import { type Forgetting, forgetReader } from "./forget-reader.ts";
import { resultsByDay, resultsByStory } from "./vote-results.ts";
import { readStates, type StateQuery } from "./vote-states.ts";

/** The most votes of one commit: past some hundreds a larger one saves nothing more. */
const batchLimit = 500;
/** The most votes that wait: some seconds' worth at the measured pace, and a few megabytes. */
const queueLimit = 20_000;
const refused = () => unavailable("So many readers are here that the queue is full.");

/** What is published on `commitChannel`: votes that were committed together. */
export interface CommitActivity {
  readonly kept: number;
  readonly refused: number;
  readonly waiting: number;
  readonly milliseconds: number;
}

/** Tells whoever listens in this process, such as the metrics, of each commit. */
export const commitChannel = channel("verbatim.votes.commit");

/** What goes through the queue, in order: votes, and readers who want theirs forgotten. */
type Write = TimedCast | Forgetting;

export interface VoteStoreOptions {
  /** This server's shard of the tallies, 0 to 63. */
  readonly shard: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Votes, and the one queue through which they are written; `close` waits for what it accepted. */
export function createVoteStore(
  database: Database,
  { shard, now }: VoteStoreOptions,
): { readonly votes: VoteStore; close(): Promise<void> } {
  const limits = {
    batchLimit,
    queueLimit,
    full: refused,
    isOwnFault: (error: unknown) => failureOf(error) === "final",
  };
  const writes = inBatches<Write, VoteState | null>({
    ...limits,
    run: (batch) => runWrites(database, shard, batch),
    onDone: ({ done, failed, waiting, milliseconds }) => {
      if (!commitChannel.hasSubscribers) return;
      commitChannel.publish({ kept: done, refused: failed, waiting, milliseconds } satisfies CommitActivity);
    },
  });
  const reads = inBatches<StateQuery, VoteState>({
    ...limits,
    run: (batch) => readStates(database, batch),
  });

  const votes: VoteStore = {
    state: (slug, reader) => reads.add({ slug, reader }),

    async cast(vote) {
      const state = await writes.add({ ...vote, at: now() });
      if (state === null) throw new Error("a vote was answered like a reader to forget");
      return state;
    },

    async forget(reader) {
      await writes.add({ forget: reader, at: now() });
    },

    results: ({ slug, perDay }) => (perDay ? resultsByDay(database, slug) : resultsByStory(database, slug)),
  };
  return {
    votes,
    close: async () => {
      await writes.close();
      await reads.close();
    },
  };
}

/** Runs a batch in order: votes together, up to a reader to forget, which takes a transaction of its own. */
async function runWrites(
  database: Database,
  shard: number,
  batch: readonly Write[],
): Promise<readonly (VoteState | Error | null)[]> {
  const results: (VoteState | Error | null)[] = [];
  let casts: TimedCast[] = [];
  const commitCasts = async () => {
    if (casts.length > 0) results.push(...(await commitVotes(database, shard, casts)));
    casts = [];
  };
  for (const write of batch) {
    if ("forget" in write) {
      await commitCasts();
      await retry(() => forgetReader(database, shard, write));
      results.push(null);
    } else {
      casts.push(write);
    }
  }
  await commitCasts();
  return results;
}
