/** The values one part of a feature may have, each with its number, in order. */
export type Values<T extends string = string> = Readonly<Record<T, number>>;

export function values<const T extends string>(...names: readonly T[]): Values<T> {
  return Object.fromEntries(names.map((name, number) => [name, number])) as Values<T>;
}

/** “0” to the highest: counts that are cut off there. */
export function upTo(highest: number): Values {
  return values(...Array.from({ length: highest + 1 }, (_, number) => String(number)));
}

export const TRUTH = values("false", "true");

export const truth = (holds: boolean): number => (holds ? TRUTH.true : TRUTH.false);

/** A feature for each combination of up to four parts' values, numbered so that finding one is arithmetic. */
export class Family {
  readonly #first: number;
  readonly #second: number;
  readonly #third: number;
  readonly #fourth: number;

  constructor(first: number, sizes: readonly number[]) {
    this.#first = first;
    [, this.#second = 1, this.#third = 1, this.#fourth = 1] = sizes;
  }

  /** The number of the feature with these values, in the order in which its name has them. */
  at(a = 0, b = 0, c = 0, d = 0): number {
    return this.#first + ((a * this.#second + b) * this.#third + c) * this.#fourth + d;
  }
}

/** All the features of one model: readable names for people and for the weights' JSON, numbers for the engine. */
export class FeatureSpace {
  readonly names: string[] = [];

  /** The same features once more for each of several outcomes, between which a model with weights for each decides. */
  of(...outcomes: readonly string[]): { readonly names: readonly string[] } {
    return { names: outcomes.flatMap((outcome) => this.names.map((name) => `${outcome}: ${name}`)) };
  }

  /** Declares a family by its features' names: family`zone=${ZONE} gap=${GAP}` has “zone=same gap=5” and the rest. */
  family(texts: TemplateStringsArray, ...parts: readonly Values[]): Family {
    if (parts.length > 4) throw new RangeError("a family has four parts at most");
    const lists = parts.map((part) =>
      Object.entries(part)
        .sort(([, a], [, b]) => a - b)
        .map(([name]) => name),
    );
    const first = this.names.length;
    let names = [texts[0] ?? ""];
    for (const [at, list] of lists.entries())
      names = names.flatMap((name) => list.map((value) => `${name}${value}${texts[at + 1]}`));
    this.names.push(...names);
    return new Family(
      first,
      lists.map(({ length }) => length),
    );
  }
}
