import { type Agent, fetch, type Response } from "undici";
import { Unreadable } from "#newsroom/unreadable.ts";
import { type Allows, guardedAgent } from "./guarded-agent.ts";

export interface Fetched {
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Without parameters, lower case; empty when the server said none. */
  readonly type: string;
  readonly charset: string | null;
}

export interface FetchCaps {
  /** Bytes of a body, as decompressed. */
  readonly bytes: number;
  /** Milliseconds for everything, redirects and body included. */
  readonly time: number;
  readonly redirects: number;
}

const pageCaps: FetchCaps = { bytes: 20_000_000, time: 30_000, redirects: 5 };

/** Fetches from the web within caps. Rejects with Unreadable, whose reason is one line. */
export type FetchPage = (url: string, accept: string) => Promise<Fetched>;

/** Opens a fetcher; `close` lets go of its connections. */
export function openFetcher({
  allows,
  caps = pageCaps,
}: {
  readonly allows: Allows;
  readonly caps?: FetchCaps;
}): { readonly fetchPage: FetchPage; readonly close: () => Promise<void> } {
  const agent = guardedAgent({ allows, timeout: Math.min(10_000, caps.time) });
  return {
    fetchPage: (url, accept) => fetchWithin(agent, caps, url, accept),
    close: () => agent.destroy(),
  };
}

async function fetchWithin(agent: Agent, caps: FetchCaps, start: string, accept: string): Promise<Fetched> {
  const signal = AbortSignal.timeout(caps.time);
  try {
    let url = start;
    for (let hop = 0; hop <= caps.redirects; hop += 1) {
      const { protocol, username } = new URL(url);
      if (!/^https?:$/u.test(protocol)) throw new Unreadable(`leads to a ${protocol} address`);
      if (username !== "") throw new Unreadable("holds a user name, which would be published with it");
      const answer = await fetch(url, {
        dispatcher: agent,
        redirect: "manual",
        signal,
        headers: { accept, "user-agent": "Verbatim/0.1 (story reader)" },
      });
      const location = answer.headers.get("location");
      if (answer.status >= 300 && answer.status < 400 && location !== null) {
        await answer.body?.cancel();
        const next = URL.parse(location, url);
        if (next === null)
          throw new Unreadable(`is redirected to what is no address: ${location.slice(0, 100)}`);
        url = next.href;
        continue;
      }
      if (!answer.ok) {
        await answer.body?.cancel();
        throw new Unreadable(`answered ${answer.status} ${answer.statusText}`.trim());
      }
      const [type = "", ...parameters] = (answer.headers.get("content-type") ?? "").toLowerCase().split(";");
      const charset = /charset="?([^";\s]+)/u.exec(parameters.join(";"))?.[1] ?? null;
      return { url, bytes: await readBody(answer, caps.bytes), type: type.trim(), charset };
    }
    throw new Unreadable(`is redirected more than ${caps.redirects} times`);
  } catch (error) {
    throw asUnreadable(error, caps);
  }
}

async function readBody(answer: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    // Leaving the loop cancels the body, and with it the connection.
    if (length > most) throw new Unreadable(`is larger than ${most / 1_000_000} MB`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function asUnreadable(error: unknown, caps: FetchCaps): Unreadable {
  if (error instanceof Unreadable) return error;
  if (!(error instanceof Error)) return new Unreadable("could not be fetched");
  if (error.name === "TimeoutError") return new Unreadable(`took longer than ${caps.time / 1000} s`);
  const { cause } = error;
  if (cause instanceof Unreadable) return cause;
  const { code } = (cause ?? error) as { code?: string };
  const reason = cause instanceof Error && cause.message !== "" ? cause.message : error.message;
  return new Unreadable(
    `could not be fetched: ${(code === "ENOTFOUND" ? "no such host" : reason).split("\n")[0]}`,
  );
}
