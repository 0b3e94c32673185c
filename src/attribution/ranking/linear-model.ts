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

  constructor(model: ModelWeights, { names }: { readonly names: readonly string[] }) {
    this.#weights = Float64Array.from(names, (name) => model.weights[name] ?? 0);
  }

  add(feature: number): void {
    this.#sum += this.#weights[feature] ?? 0;
  }

  /** The log odds of the candidate told of; the next begins at nought. */
  takeLogit(): number {
    const sum = this.#sum;
    this.#sum = 0;
    return sum;
  }
}

/** The likeliest of several alternatives by their logits, the first where they tie, and its probability (softmax). */
export function likeliest<T>(
  alternatives: readonly T[],
  logits: readonly number[],
): { readonly best: T; readonly probability: number } | null {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  // Compared as shares: logits that sum up the same weights in another order differ in their last bit.
  const shares = powers.map((power) => power / all);
  const probability = Math.max(...shares);
  const best = alternatives[shares.indexOf(probability)];
  return best === undefined ? null : { best, probability };
}
