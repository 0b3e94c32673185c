import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { LRUCache } from "lru-cache";
import { acceptedLanguage } from "./language.ts";
import type { Representation } from "./representation.ts";

/** The answers of the last tenth of a second, ahead of the router. */
export interface FastLane {
  /** A server that gives these answers itself and leaves everything else to the listener. */
  serve(listener: RequestListener, timeouts: Timeouts): Server;
  /** Gives an answer again to those who ask for the same, until it has to be confirmed. */
  remember(
    request: IncomingMessage,
    headers: NodeJS.Dict<number | string | string[]>,
    kept: Representation,
  ): void;
}

interface Timeouts {
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
}

interface Lane {
  /** Names and values in turn, as `writeHead` takes them. */
  readonly headers: string[];
  readonly kept: Representation;
}

/** How many addresses are remembered; their bodies are those that are kept anyway. */
const addresses = 2_000;

/**
 * Under load most requests ask for what was answered a moment ago, and then
 * routing, validating and collecting headers cost more than the answer. Those
 * take this lane, which is a look into a map. An answer leaves it when its
 * facts have to be confirmed; so it is exactly as right as kept answers are.
 */
export function createFastLane(now: () => number): FastLane {
  const lanes = new LRUCache<string, Lane>({ max: addresses });

  function answered(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== "GET" || request.headers["if-none-match"] !== undefined) return false;
    const lane = lanes.get(nameOf(request));
    if (lane === undefined || lane.kept.freshUntil() <= now()) return false;
    response.writeHead(lane.kept.status, lane.headers);
    response.end(lane.kept.body);
    return true;
  }

  return {
    serve(listener, timeouts) {
      const server = createServer(timeouts, (request, response) => {
        // A stopping server's connections are ended by the listener.
        if (!server.listening || !answered(request, response)) listener(request, response);
      });
      return server;
    },
    remember(request, headers, kept) {
      if (request.method !== "GET") return;
      const flat = Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
      lanes.set(nameOf(request), { headers: flat, kept });
    },
  };
}

/** The address and the headers that an answer depends on. */
function nameOf({ url, headers }: IncomingMessage): string {
  return `${url} ${acceptedLanguage(headers["accept-language"])} ${headers["accept-encoding"] ?? ""}`;
}
