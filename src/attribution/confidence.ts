import type { Reference, Source } from "./parts.ts";

/** Below this a speaker is rather not named: nobody rather than the wrong person. */
export const THRESHOLD = 0.3;

/** How sure an attribution is: the right source, and the right person behind it. */
export function confidenceOf(source: Source, reference: Reference | undefined): number {
  if (reference === undefined || reference.entity < 0) return 0;
  return Math.round(1000 * source.probability * reference.probability) / 1000;
}
