import { type Features, LinearModel } from "#attribution/ranking/linear-model.ts";

/** One candidate's features, by their numbers in the model's space. */
export type FeatureList = readonly number[];

/** What a pass tells of one candidate, written down. */
export function recordFeatures(tell: (features: Features) => void): FeatureList {
  const list: number[] = [];
  tell({ add: (feature) => list.push(feature) });
  return list;
}

export function logitOf(list: FeatureList, model: LinearModel): number {
  for (const feature of list) model.add(feature);
  return model.takeLogit();
}

/** A model that also writes down what it is told. */
export class RecordingModel extends LinearModel {
  #list: number[] = [];
  #lists: FeatureList[] = [];

  override add(feature: number): void {
    super.add(feature);
    this.#list.push(feature);
  }

  override takeLogit(): number {
    this.#lists.push(this.#list);
    this.#list = [];
    return super.takeLogit();
  }

  /** The features of every candidate weighed since they were last asked for. */
  takeLists(): readonly FeatureList[] {
    const lists = this.#lists;
    this.#lists = [];
    return lists;
  }
}
