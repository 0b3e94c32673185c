import type { QueryClient } from "@tanstack/react-query";
import { readOutbox } from "./outbox.ts";

/** Delivers votes that an earlier page left waiting, whichever page is open now. */
export function deliverWaiting(client: QueryClient): void {
  const slugs = [...readOutbox().keys()];
  if (slugs.length === 0) return;
  void import("./deliver-vote.ts")
    .then(({ deliverVote }) => Promise.all(slugs.map((slug) => deliverVote(client, slug, null, () => {}))))
    .catch(() => undefined);
}
