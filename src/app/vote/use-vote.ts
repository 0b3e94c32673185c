import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { type Answer, applyVote, noVotes, type VoteState } from "#model/vote.ts";
import type { Delivery } from "./deliver-vote.ts";
import { putInOutbox, readOutbox } from "./outbox.ts";
import { hearTabs } from "./vote-channel.ts";
import { voteQuery } from "./vote-query.ts";

type DeliveryModule = typeof import("./deliver-vote.ts");

let loading: Promise<DeliveryModule> | null = null;

/** One promise for all: browsers settle several imports of one module in any order, and votes have one. */
function loadDelivery(): Promise<DeliveryModule> {
  loading ??= import("./deliver-vote.ts").catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Delivers votes that an earlier page left waiting, whichever page is open now. */
export function deliverWaiting(client: QueryClient): void {
  const slugs = [...readOutbox().keys()];
  if (slugs.length === 0) return;
  loadDelivery()
    .then(({ deliverVote }) => Promise.all(slugs.map((slug) => deliverVote(client, slug, null, () => {}))))
    .catch(() => undefined);
}

/**
 * This reader's vote on a story: kept on the device and shown at once, then
 * handed to the code that delivers it, which comes when somebody reaches for
 * an answer. Where even that cannot be fetched, the vote waits for the network.
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
      const deliver = (): void => {
        loadDelivery()
          .then(({ deliverVote }) => deliverVote(client, slug, before, setDelivery))
          .catch(() => {
            setDelivery("waiting");
            addEventListener("online", deliver, { once: true });
          });
      };
      deliver();
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

  return { state: data ?? null, cast, delivery, prepare: loadDelivery };
}
