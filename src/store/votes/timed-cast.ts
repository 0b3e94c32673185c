import type { Cast } from "#store/store.ts";

/** A vote, and when it came in (milliseconds since 1970). */
export interface TimedCast extends Cast {
  readonly at: number;
}
