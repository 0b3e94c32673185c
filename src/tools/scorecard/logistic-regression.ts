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

/** Features seen less often than this are given no weight. */
const RARE = 5;
const STEPS = 120;
/** How many of the last steps tell how the slope bends. */
const MEMORY = 8;

/**
 * Learns a weight per feature so that right alternatives win: multinomial logistic regression, pulled towards nought
 * (L2) with strength `pull`, brought to its one optimum by L-BFGS (Nocedal and Wright, Numerical Optimization,
 * algorithm 7.5). The same choices give the same weights.
 */
export function train(
  choices: readonly Choice[],
  { names }: { readonly names: readonly string[] },
  pull: number,
): Record<string, number> {
  const counts = new Int32Array(names.length);
  for (const { alternatives } of choices)
    for (const features of alternatives) for (const id of features) counts[id] = (counts[id] ?? 0) + 1;
  // Only features that occur take part, under new numbers.
  const kept = names.map((_, id) => id).filter((id) => (counts[id] ?? 0) >= RARE);
  const number = new Int32Array(names.length).fill(-1);
  for (const [at, id] of kept.entries()) number[id] = at;
  const rows = choices.map(({ alternatives, right }) => ({
    right,
    alternatives: alternatives.map((list) =>
      Int32Array.from(list, (id) => number[id] ?? -1).filter((at) => at >= 0),
    ),
  }));
  const weights = minimize(kept.length, (at, slope) => lossOf(rows, pull, at, slope));
  const named = kept
    .map((id, at) => ({ name: names[id] ?? "", weight: Math.round((weights[at] ?? 0) * 100) / 100 }))
    .filter(({ weight }) => Math.abs(weight) >= 0.02)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(named.map(({ name, weight }) => [name, weight]));
}

interface Row {
  readonly right: number;
  readonly alternatives: readonly Int32Array[];
}

/** How improbable the right alternatives are, in nats, and the pull; fills in the slope. */
function lossOf(rows: readonly Row[], pull: number, weights: Float64Array, slope: Float64Array): number {
  let loss = 0;
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0;
    loss += 0.5 * pull * weight * weight;
    slope[at] = pull * weight;
  }
  for (const { alternatives, right } of rows) {
    const logits = alternatives.map((row) => {
      let sum = 0;
      for (const id of row) sum += weights[id] ?? 0;
      return sum;
    });
    const top = Math.max(...logits);
    const powers = logits.map((logit) => Math.exp(logit - top));
    const all = powers.reduce((sum, power) => sum + power, 0);
    loss += Math.log(all) + top - (logits[right] ?? 0);
    for (const [at, row] of alternatives.entries()) {
      const share = (powers[at] ?? 0) / all - (at === right ? 1 : 0);
      if (share !== 0) for (const id of row) slope[id] = (slope[id] ?? 0) + share;
    }
  }
  return loss;
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
};

/** The point where a convex function of so many numbers is least, from nought. */
function minimize(size: number, value: (at: Float64Array, slope: Float64Array) => number): Float64Array {
  let at = new Float64Array(size);
  let slope = new Float64Array(size);
  let height = value(at, slope);
  const past: { step: Float64Array; bend: Float64Array; share: number }[] = [];
  for (let count = 0; count < STEPS; count++) {
    const way = downhill(slope, past);
    const fall = dot(way, slope);
    if (fall > -1e-6) break;
    let length = past.length === 0 ? 1 / Math.sqrt(-fall) : 1;
    for (;;) {
      const next = at.map((weight, id) => weight + length * (way[id] ?? 0));
      const nextSlope = new Float64Array(size);
      const nextHeight = value(next, nextSlope);
      if (nextHeight <= height + 1e-4 * length * fall || length < 1e-8) {
        const step = next.map((weight, id) => weight - (at[id] ?? 0));
        const bend = nextSlope.map((one, id) => one - (slope[id] ?? 0));
        const curve = dot(step, bend);
        if (curve > 1e-10) past.push({ step, bend, share: 1 / curve });
        if (past.length > MEMORY) past.shift();
        [at, slope, height] = [next, nextSlope, nextHeight];
        break;
      }
      length /= 2;
    }
  }
  return at;
}

/** The direction in which to step, by the slope and by how it bent over the last steps. */
function downhill(
  slope: Float64Array,
  past: readonly { step: Float64Array; bend: Float64Array; share: number }[],
): Float64Array {
  const way = slope.map((one) => -one);
  const parts: number[] = [];
  for (let back = past.length - 1; back >= 0; back--) {
    const { step, bend, share } = past[back] as (typeof past)[number];
    const part = share * dot(step, way);
    parts[back] = part;
    for (let id = 0; id < way.length; id++) way[id] = (way[id] ?? 0) - part * (bend[id] ?? 0);
  }
  const last = past.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.share * dot(last.bend, last.bend));
    for (let id = 0; id < way.length; id++) way[id] = (way[id] ?? 0) * scale;
  }
  for (const [index, { step, bend, share }] of past.entries()) {
    const back = (parts[index] ?? 0) - share * dot(bend, way);
    for (let id = 0; id < way.length; id++) way[id] = (way[id] ?? 0) + back * (step[id] ?? 0);
  }
  return way;
}
