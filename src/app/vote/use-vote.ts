import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ProblemError } from "#model/problem.ts";
import { type Answer, applyVote, noVotes, type VoteState } from "#model/vote.ts";
import { confirm, keep, readOutbox } from "./outbox.ts";
import { sendVote } from "./send-vote.ts";
import { voteQuery } from "./vote-query.ts";

/** The vote could not reach the site; it stays in the outbox and is tried again. */
const unreached = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.problem.status === 0 || error.problem.status === 429 || error.problem.status >= 500);

/** Waits as long as the server asks for, else twice as long each time. */
const pause = (attempt: number, error: unknown): number =>
  (error instanceof ProblemError && error.retryAfter !== null ? error.retryAfter * 1000 : null) ??
  Math.min(500 * 2 ** attempt, 15_000);

/**
 * This reader's vote on a story: shown at once, sent one after the other so
 * that the last click decides, taken back when the server refuses it, kept
 * while it cannot be reached, and told to the reader's other tabs.
 */
export function useVote(slug: string) {
  const client = useQueryClient();
  const query = voteQuery(slug);
  const { data } = useQuery(query);
  const mutation = useMutation({
    mutationKey: query.queryKey,
    scope: { id: `vote:${slug}` },
    networkMode: "always",
    mutationFn: (answer: Answer | null) => sendVote(slug, answer),
    retry: (_, error) => unreached(error),
    retryDelay: pause,
    onMutate: async (answer) => {
      keep(slug, answer);
      await client.cancelQueries(query);
      const before = client.getQueryData(query.queryKey);
      client.setQueryData<VoteState>(query.queryKey, (state) => applyVote(state ?? noVotes, answer));
      return { before };
    },
    onError: (_, answer, context) => {
      confirm(slug, answer);
      if (client.isMutating({ mutationKey: query.queryKey }) <= 1)
        client.setQueryData(query.queryKey, context?.before);
    },
    onSuccess: (_, answer) => confirm(slug, answer),
    onSettled: () => {
      if (client.isMutating({ mutationKey: query.queryKey }) > 1) return;
      tell(slug);
      return client.invalidateQueries(query);
    },
  });
  const { mutate } = mutation;

  useEffect(() => {
    const waiting = readOutbox()[slug];
    if (waiting !== undefined && client.isMutating({ mutationKey: ["vote", slug] }) === 0) mutate(waiting);
    return listen((told) => {
      if (told === slug) void client.invalidateQueries({ queryKey: ["vote", slug] });
    });
  }, [client, mutate, slug]);

  return { state: data ?? null, mutation };
}

const channelName = "verbatim:votes";

function tell(slug: string): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(slug);
  channel.close();
}

function listen(hear: (slug: string) => void): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = (message: MessageEvent<string>) => hear(message.data);
  return () => channel.close();
}
