import { ANTECEDENT_FEATURES } from "./coreference/antecedent-features.ts";
import type { KindModels } from "./kinds/decide-kinds.ts";
import { KIND_FEATURES } from "./kinds/kind-features.ts";
import { LinearModel, type ModelWeights } from "./ranking/linear-model.ts";
import antecedents from "./ranking/weights/antecedents.json" with { type: "json" };
import kinds from "./ranking/weights/kinds.json" with { type: "json" };
import sources from "./ranking/weights/sources.json" with { type: "json" };
import { SOURCE_FEATURES } from "./sources/source-feature-space.ts";

/** The learned rankers; `npm run learn` writes their weights. */
export interface Rankers {
  readonly source: LinearModel;
  readonly antecedent: LinearModel;
  readonly kinds: KindModels;
}

export function kindModels(weights: ModelWeights): KindModels {
  return {
    direct: new LinearModel(weights, KIND_FEATURES.of("direct")),
    mixed: new LinearModel(weights, KIND_FEATURES.of("mixed")),
  };
}

export const LEARNED: Rankers = {
  source: new LinearModel(sources, SOURCE_FEATURES),
  antecedent: new LinearModel(antecedents, ANTECEDENT_FEATURES),
  kinds: kindModels(kinds),
};
