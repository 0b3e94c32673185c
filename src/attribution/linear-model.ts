/** A linear model as kept in JSON: a weight for each named feature, and where they were learned. */
export interface LinearModel {
  readonly corpus: string;
  readonly weights: Readonly<Record<string, number>>;
}

/** Collects the features of one candidate; repeated names count once. */
export type Features = string[];

/** A model ready for use: unknown features weigh nothing. */
export type Weigh = (features: Features) => number;

export function weigher(model: LinearModel): Weigh {
  const weights = new Map(Object.entries(model.weights));
  return (features) => {
    let sum = 0;
    for (const feature of features) sum += weights.get(feature) ?? 0;
    return sum;
  };
}

export const logistic = (score: number) => 1 / (1 + Math.exp(-score));

/** The probabilities of alternatives, by their scores. */
export function softmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
