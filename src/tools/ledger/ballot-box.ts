import { setTimeout as pause } from "node:timers/promises";

/** One reader's vote, and what became of it. */
export interface Ballot {
  /** The UUID by which a vote that is sent again is the same reader's. */
  readonly key: string;
  readonly answer: "yes" | "no";
  /** The reader's cookie, once a server has acknowledged the vote. */
  cookie: string | null;
}

export interface Sending {
  readonly clients: number;
  /** Where servers answer, asked anew for each request; they take turns. */
  readonly sites: readonly { readonly url: string }[];
  readonly slug: string;
  /** Told how many requests have been acknowledged. */
  readonly onAcknowledged: (count: number) => void;
}

export interface Sent {
  readonly acknowledged: number;
  /** Requests that broke or were answered 503, and were sent again. */
  readonly repeated: number;
}

/** How long a client goes on asking before it gives a vote up, in milliseconds. */
const patience = 60_000;

/**
 * Sends every ballot twice, as a reader whose first answer was lost would, and
 * again whenever a request breaks or is refused with a 503, until each of the
 * two is acknowledged.
 */
export async function sendTwice(ballots: readonly Ballot[], sending: Sending): Promise<Sent> {
  const { clients, sites, slug, onAcknowledged } = sending;
  const requests = ballots.flatMap((ballot) => [ballot, ballot]).values();
  let turn = 0;
  let acknowledged = 0;
  let repeated = 0;

  async function send(ballot: Ballot): Promise<void> {
    for (const end = Date.now() + patience; Date.now() < end; ) {
      turn += 1;
      const answer = await post(sites[turn % sites.length]?.url ?? "", slug, ballot);
      if (answer !== null) {
        ballot.cookie = answer;
        acknowledged += 1;
        onAcknowledged(acknowledged);
        return;
      }
      repeated += 1;
      await pause(100);
    }
    throw new Error(`the vote ${ballot.key} was never acknowledged`);
  }
  const client = async () => {
    for (const ballot of requests) await send(ballot);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { acknowledged, repeated };
}

/** The reader's cookie when the vote was acknowledged; null when it has to be sent again. */
async function post(url: string, slug: string, { key, answer }: Ballot): Promise<string | null> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(`${url}/api/articles/${slug}/vote`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ enjoyed: answer === "yes" }),
    });
    body = await response.text();
  } catch {
    // The server was killed under the request: whether the vote is kept, nobody knows.
    return null;
  }
  if (response.status === 503) return null;
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
  if (response.status === 200 && cookie !== undefined) return cookie;
  throw new Error(`a vote was answered with ${response.status}: ${body}`);
}

/** What a reader's own page says they answered; null when they have no vote. */
export async function readOwn(url: string, slug: string, cookie: string): Promise<string | null> {
  const response = await fetch(`${url}/api/articles/${slug}/vote`, { headers: { cookie } });
  if (response.status !== 200) throw new Error(`the state of a vote was answered with ${response.status}`);
  return ((await response.json()) as { mine: string | null }).mine;
}
