import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { type Answer, applyVote, noVotes, type VoteState } from "#model/vote.ts";
import { type Delivery, deliverVote } from "./deliver-vote.ts";
import { putInOutbox, readOutbox } from "./outbox.ts";
import { hearTabs } from "./vote-channel.ts";
import { voteQuery } from "./vote-query.ts";

/** Delivers votes that an earlier page left waiting, whichever page is open now. */
export function deliverWaiting(client: QueryClient): void {
  for (const slug of readOutbox().keys()) void deliverVote(client, slug, null, () => {});
}

/**
 * This reader's vote on a story: kept on the device and shown at once, then
 * delivered.
 */
export function useVote(slug: string) {
  const client = useQueryClient();
  const query = voteQuery(slug);
  const { data } = useQuery(query);
  const [delivery, setDelivery] = useState<Delivery>("done");

  const cast = useCallback(
    (answer: Answer | null) => {
      const { queryKey } = voteQuery(slug);
      putInOutbox(slug, answer);
      void client.cancelQueries({ queryKey });
      const before = client.getQueryData<VoteState>(queryKey) ?? null;
      client.setQueryData<VoteState>(queryKey, applyVote(before ?? noVotes, answer));
      void deliverVote(client, slug, before, setDelivery);
    },
    [client, slug],
  );

  useEffect(() => {
    const waiting = readOutbox().get(slug);
    if (waiting !== undefined) cast(waiting);
    return hearTabs((told) => {
      if ((told ?? slug) === slug) void client.invalidateQueries({ queryKey: ["vote", slug] });
    });
  }, [client, cast, slug]);

  return { state: data ?? null, cast, delivery };
}
