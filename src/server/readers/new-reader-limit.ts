import rateLimit, { type FastifyRateLimitStore, type FastifyRateLimitStoreCtor } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { ProblemError } from "#model/problem.ts";

/** Lets a new reader in; says whether they come in a burst. ProblemError 429 beyond the limit. */
export type AdmitReader = (request: FastifyRequest) => Promise<{ readonly suspicious: boolean }>;

/** How many addresses are remembered: a few megabytes, whoever knocks. */
const addresses = 20_000;
/** How long they are counted together, in milliseconds. */
const timeWindow = 60_000;
/** The share of the limit that a household or a classroom stays within. */
const ordinaryShare = 1 / 3;

/**
 * Counts the new readers of a minute by address (IPv6 by /64, which is one
 * customer's). Within the limit, those after the first third are a burst:
 * their votes count, and are counted apart for the publisher.
 *
 * @param limit new readers a minute and address; 0 admits all, none is suspicious, and there is nobody to ask: null
 * @param elapsed milliseconds by a clock that nobody sets
 */
export async function createNewReaderLimit(
  app: FastifyInstance,
  limit: number,
  elapsed: () => number,
): Promise<AdmitReader | null> {
  if (limit === 0) return null;
  await app.register(rateLimit, { global: false, max: limit, timeWindow, store: countsBy(elapsed) });
  const count = app.createRateLimit();
  const ordinary = Math.ceil(limit * ordinaryShare);
  return async (request) => {
    const counted = await count(request);
    if (counted.isAllowed) return { suspicious: false };
    if (counted.isExceeded) {
      throw new ProblemError(
        429,
        "Too Many Requests",
        "Many new readers have voted from your network in the last minute. Try again shortly.",
        counted.ttlInSeconds,
      );
    }
    return { suspicious: limit - counted.remaining > ordinary };
  };
}

/** The library's own store goes by the time of day: set back an hour, it would refuse for an hour. */
function countsBy(elapsed: () => number): FastifyRateLimitStoreCtor {
  return class Counts implements FastifyRateLimitStore {
    readonly #counts = new LRUCache<string, { current: number }>({
      max: addresses,
      ttl: timeWindow,
      ttlResolution: 0,
      perf: { now: elapsed },
    });

    incr(address: string, done: Parameters<FastifyRateLimitStore["incr"]>[1]): void {
      const count = this.#counts.get(address) ?? { current: 0 };
      if (count.current === 0) this.#counts.set(address, count);
      count.current += 1;
      done(null, { current: count.current, ttl: this.#counts.getRemainingTTL(address) });
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}
