import type { FeatureSpace } from "./features.ts";

/** A linear model as kept in JSON: a weight for each named feature, and where they were learned. */
export interface LinearModel {
  readonly corpus: string;
  readonly weights: Readonly<Record<string, number>>;
}

/** The features of one candidate, by their numbers in the model's space. */
export type Features = number[];

/** A model ready for use: features without a weight weigh nothing. */
export type Weigh = (features: Features) => number;

export function weigher(model: LinearModel, { names }: FeatureSpace): Weigh {
  const weights = Float64Array.from(names, (name) => model.weights[name] ?? 0);
  return (features) => {
    let sum = 0;
    for (let at = 0; at < features.length; at++) sum += weights[features[at] ?? -1] ?? 0;
    return sum;
  };
}

export const logistic = (score: number) => 1 / (1 + Math.exp(-score));

/** The probabilities of alternatives, by their scores. */
export function softmax(scores: readonly number[]): readonly number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) top = Math.max(top, scores[at] ?? top);
  const shares: number[] = [];
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp((scores[at] ?? top) - top);
    shares.push(power);
    sum += power;
  }
  for (let at = 0; at < shares.length; at++) shares[at] = (shares[at] ?? 0) / sum;
  return shares;
}
