import type { FastifyBaseLogger } from "fastify";
import type { Site } from "#model/page.ts";
import type { Store } from "#store/store.ts";
import type { SiteBundle } from "./site-bundle.ts";

/** Everything that the server is given: it reads no environment of its own. */
export interface AppOptions {
  readonly store: Store;
  readonly site: Site;
  /** The first signs readers' cookies; the others are still accepted. */
  readonly secrets: readonly [string, ...string[]];
  readonly bundle: SiteBundle;
  /** Where the newsroom keeps the stories' pictures. */
  readonly imagesDir: string;
  /** Where drawn cards are kept. */
  readonly cardsDir: string;
  /** How many proxies stand in front, or their addresses; false believes nobody's `X-Forwarded-For`. */
  readonly trustProxy: boolean | number | string;
  /** First votes of new readers, a minute and address; 0 is no limit. */
  readonly voteRateLimit: number;
  readonly logger: FastifyBaseLogger;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}
