import type { FeatureSpace } from "./features.ts";

/** A linear model as kept in JSON: a weight for each named feature, and where they were learned. */
export interface ModelWeights {
  readonly corpus: string;
  readonly weights: Readonly<Record<string, number>>;
}

/** What is told of one candidate: its features one by one, by their numbers in the model's space. */
export interface Features {
  add(feature: number): void;
}

/** A model ready for use: adds up a candidate's weights as it is told of it. Features without one weigh nothing. */
export class LinearModel implements Features {
  readonly #weights: Float64Array;
  #sum = 0;

  constructor(model: ModelWeights, { names }: FeatureSpace) {
    this.#weights = Float64Array.from(names, (name) => model.weights[name] ?? 0);
  }

  add(feature: number): void {
    this.#sum += this.#weights[feature] ?? 0;
  }

  /** The score of the candidate told of; the next begins at nought. */
  takeLogit(): number {
    const sum = this.#sum;
    this.#sum = 0;
    return sum;
  }
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
