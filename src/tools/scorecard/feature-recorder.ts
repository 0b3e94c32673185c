import { type Features, Scale } from "#attribution/ranking/linear-model.ts";

/** One candidate's features, by their numbers in the model's space. */
export type FeatureList = readonly number[];

/** What a pass tells of one candidate, written down. */
export function told(tell: (features: Features) => void): FeatureList {
  const list: number[] = [];
  tell({ add: (feature) => list.push(feature) });
  return list;
}

export function scoreOf(list: FeatureList, scale: Scale): number {
  for (const feature of list) scale.add(feature);
  return scale.take();
}

/** A scale that also writes down what it is told. */
export class WritingScale extends Scale {
  #list: number[] = [];
  #lists: FeatureList[] = [];

  override add(feature: number): void {
    super.add(feature);
    this.#list.push(feature);
  }

  override take(): number {
    this.#lists.push(this.#list);
    this.#list = [];
    return super.take();
  }

  /** The features of every candidate weighed since they were last asked for. */
  takeLists(): readonly FeatureList[] {
    const lists = this.#lists;
    this.#lists = [];
    return lists;
  }
}
