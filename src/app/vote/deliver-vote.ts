import type { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "#model/problem.ts";
import type { VoteState } from "#model/vote.ts";
import { confirm, readOutbox } from "./outbox.ts";
import { sendVote, voteRequest } from "./send-vote.ts";
import { askForSync, leaveQueued, oneAtATime } from "./sync-queue.ts";
import { tellTabs } from "./vote-channel.ts";
import { voteQuery } from "./vote-query.ts";

export type Delivery = "waiting" | "failed" | "done";

/** Whom each delivery under way tells how it goes, by slug. */
const underWay = new Map<string, (delivery: Delivery) => void>();

/**
 * Delivers what the outbox holds for a story, which the page shows already.
 * The outbox is asked anew before each request, so of rapid answers only the
 * last one is sent after the one that is on its way. What the site refuses is
 * rolled back; whatever else goes wrong is tried again.
 *
 * @param before what the page showed before the answer, null when that is not known
 */
export async function deliverVote(
  client: QueryClient,
  slug: string,
  before: VoteState | null,
  tell: (delivery: Delivery) => void,
): Promise<void> {
  const isUnderWay = underWay.has(slug);
  underWay.set(slug, tell);
  if (isUnderWay) return;
  const say = (delivery: Delivery): void => underWay.get(slug)?.(delivery);
  const { queryKey } = voteQuery(slug);
  let confirmed = before;
  for (let attempt = 0; readOutbox().has(slug); ) {
    try {
      confirmed = (await oneAtATime(() => sendWaiting(slug))) ?? confirmed;
      attempt = 0;
      say("done");
    } catch (error) {
      if (isRefusal(error)) {
        if (!readOutbox().has(slug)) client.setQueryData(queryKey, confirmed ?? undefined);
        say("failed");
      } else {
        say("waiting");
        await waitAfter(attempt, error);
        attempt += 1;
      }
    }
  }
  underWay.delete(slug);
  tellTabs(slug);
  await client.invalidateQueries({ queryKey });
}

/** One attempt; null when somebody else has delivered the vote meanwhile. */
async function sendWaiting(slug: string): Promise<VoteState | null> {
  const answer = readOutbox().get(slug);
  if (answer === undefined) return null;
  try {
    const state = await sendVote(slug, answer);
    confirm(slug, answer);
    return state;
  } catch (error) {
    if (isRefusal(error)) confirm(slug, answer);
    else askForSync();
    throw error;
  } finally {
    await leaveQueued([...readOutbox()].map(([name, waiting]) => voteRequest(name, waiting)));
  }
}

/** The site's own no, which the same again would not change. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.problem.status >= 400 &&
  error.problem.status < 500 &&
  error.problem.status !== 429;

/** Waits as long as the site asks for, else twice as long each time; not a moment longer than the network is away. */
function waitAfter(attempt: number, error: unknown): Promise<void> {
  const asked = error instanceof ProblemError && error.retryAfter !== null ? error.retryAfter * 1000 : null;
  return new Promise((resolve) => {
    const go = (): void => {
      removeEventListener("online", go);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(go, asked ?? Math.min(500 * 2 ** attempt, 15_000));
    addEventListener("online", go);
  });
}
