import { fetchJson } from "#app/page/fetch-json.ts";
import { apiPath, votePath } from "#model/addresses.ts";
import type { Letter } from "#model/letter.ts";
import type { Answer, VoteState } from "#model/vote.ts";
import { readerKey } from "./reader-key.ts";

/** How long an answer may take before it counts as lost, in milliseconds. */
const patience = 15_000;

/** Casts, changes or withdraws (null) this reader's vote. Sent twice it counts once. */
export function voteLetter(slug: string, answer: Answer | null): Letter {
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
  const { path, ...request } = voteLetter(slug, answer);
  return fetchJson(path, { ...request, signal: AbortSignal.timeout(patience) });
}
