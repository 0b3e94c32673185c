import { fetchJson } from "#app/page/fetch-json.ts";
import { apiPath, votePath } from "#model/addresses.ts";
import type { Answer, VoteState } from "#model/vote.ts";
import { idempotencyKey } from "./outbox.ts";

/** Casts, changes or withdraws (null) this reader's vote. Sent twice it counts once. */
export function sendVote(slug: string, answer: Answer | null): Promise<VoteState> {
  const headers = { "idempotency-key": idempotencyKey() };
  const path = apiPath(votePath(slug));
  if (answer === null) return fetchJson(path, { method: "DELETE", headers });
  return fetchJson(path, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ enjoyed: answer === "yes" }),
  });
}
