import type { FeatureSpace } from "#attribution/ranking/features.ts";
import type { FeatureList } from "./feature-recorder.ts";

/** One choice: the numbers of each alternative’s features, and which alternative is right. */
export interface Choice {
  readonly alternatives: readonly FeatureList[];
  readonly right: number;
}

/** A generator of the same numbers on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Learns a weight per feature so that right alternatives win (multinomial logistic regression, AdaGrad, L2).
 * The same choices, in the same order, give the same weights.
 */
export function train(
  choices: readonly Choice[],
  { names }: FeatureSpace,
  { epochs = 12, rate = 0.15, decay = 2e-5, seed = 7 } = {},
): Record<string, number> {
  const counts = new Int32Array(names.length);
  for (const { alternatives } of choices)
    for (const features of alternatives) for (const id of features) counts[id] = (counts[id] ?? 0) + 1;
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  const order = choices.map((_, index) => index);
  const random = seeded(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const choice = choices[index];
      if (choice === undefined) continue;
      const scores = choice.alternatives.map((row) => row.reduce((sum, id) => sum + (weights[id] ?? 0), 0));
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const all = powers.reduce((sum, power) => sum + power, 0);
      for (const [at, row] of choice.alternatives.entries()) {
        const gradient = (powers[at] ?? 0) / all - (choice.right === at ? 1 : 0);
        for (const id of row) {
          const slope = gradient + decay * (weights[id] ?? 0);
          squares[id] = (squares[id] ?? 0) + slope * slope;
          weights[id] = (weights[id] ?? 0) - (rate * slope) / Math.sqrt(squares[id] ?? 1);
        }
      }
    }
  }
  const kept = names
    .map((name, id) => ({ name, weight: weights[id] ?? 0, count: counts[id] ?? 0 }))
    .filter(({ weight, count }) => count >= 5 && Math.abs(weight) >= 0.02)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(kept.map(({ name, weight }) => [name, Math.round(weight * 100) / 100]));
}
