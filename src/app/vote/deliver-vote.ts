import type { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "#model/problem.ts";
import type { Answer, VoteState } from "#model/vote.ts";
import { confirm, readOutbox } from "./outbox.ts";
import { sendVote } from "./send-vote.ts";
import { tellTabs } from "./vote-channel.ts";
import { voteQuery } from "./vote-query.ts";

export type Delivery = "waiting" | "failed" | "done";

/** The vote could not reach the site, or was not let in yet: it stays in the outbox and is tried again. */
const unreached = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.problem.status === 0 || error.problem.status === 429 || error.problem.status >= 500);

/** Waits as long as the server asks for, else twice as long each time. */
const pause = (attempt: number, error: unknown): number =>
  (error instanceof ProblemError && error.retryAfter !== null ? error.retryAfter * 1000 : null) ??
  Math.min(500 * 2 ** attempt, 15_000);

/**
 * Sends a vote that the page shows already. Votes on one story go one after
 * the other, so that the last one decides; what the server refuses is rolled
 * back to `before`; only after the last pending one is the tally read again.
 */
export function deliverVote(
  client: QueryClient,
  slug: string,
  answer: Answer | null,
  before: VoteState | undefined,
  tell: (delivery: Delivery) => void,
): void {
  const { queryKey } = voteQuery(slug);
  const isLast = (): boolean => client.isMutating({ mutationKey: queryKey }) <= 1;
  const mutation = client.getMutationCache().build(client, {
    mutationKey: queryKey,
    scope: { id: `vote:${slug}` },
    networkMode: "always",
    mutationFn: () => sendVote(slug, answer),
    retry: (_, error) => {
      const again = unreached(error);
      if (again) tell("waiting");
      // A later vote is already waiting: this one need not hold it up.
      return again && readOutbox()[slug] === answer;
    },
    retryDelay: pause,
    onError: () => {
      if (!isLast()) return;
      confirm(slug, answer);
      client.setQueryData(queryKey, before);
      tell("failed");
    },
    onSuccess: () => {
      confirm(slug, answer);
      tell("done");
    },
    onSettled: () => {
      if (!isLast()) return;
      tellTabs(slug);
      return client.invalidateQueries({ queryKey });
    },
  });
  mutation.execute(undefined).catch(() => undefined);
}
