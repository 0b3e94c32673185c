import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "#model/problem.ts";

/** Lets a new reader in; says whether they come in a burst. ProblemError 429 beyond the limit. */
export type AdmitReader = (request: FastifyRequest) => Promise<{ readonly suspicious: boolean }>;

/** How many addresses are remembered: a few megabytes, whoever knocks. */
const addresses = 20_000;
/** The share of the limit that a household or a classroom stays within. */
const ordinaryShare = 1 / 3;

/**
 * Counts the new readers of a minute by address (IPv6 by /64, which is one
 * customer's). Within the limit, those after the first third are a burst:
 * their votes count, and are counted apart for the publisher.
 *
 * @param limit new readers a minute and address; 0 admits all, none is suspicious, and there is nobody to ask: null
 */
export async function createNewReaderLimit(app: FastifyInstance, limit: number): Promise<AdmitReader | null> {
  if (limit === 0) return null;
  await app.register(rateLimit, { global: false, max: limit, timeWindow: 60_000, cache: addresses });
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
