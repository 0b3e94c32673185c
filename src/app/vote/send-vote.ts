import { fetchJson } from "#app/fetch-json.ts";
import { apiPath, votePath } from "#model/addresses.ts";
import type { QueuedRequest } from "#model/queued-request.ts";
import type { Answer, VoteState } from "#model/vote.ts";
import { readerKey } from "./reader-key.ts";

/** How long an answer may take before it counts as lost, in milliseconds. */
const timeout = 15_000;

/** The request that casts, changes or withdraws (null) this reader's vote. Sent twice it counts once. */
export function voteRequest(slug: string, answer: Answer | null): QueuedRequest {
  const headers = { "idempotency-key": readerKey() };
  const path = apiPath(votePath(slug));
  if (answer === null) return { path, method: "DELETE", headers, body: null };
  return {
    path,
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ enjoyed: answer === "yes" }),
  };
}

/** Sends a vote; resolves with the state that it left. */
export function sendVote(slug: string, answer: Answer | null): Promise<VoteState> {
  const { path, ...request } = voteRequest(slug, answer);
  return fetchJson(path, { ...request, signal: AbortSignal.timeout(timeout) });
}
