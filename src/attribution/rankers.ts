import { ANTECEDENT_FEATURES } from "./coreference/antecedent-features.ts";
import { KIND_FEATURES } from "./kinds/kind-features.ts";
import { LinearModel } from "./ranking/linear-model.ts";
import antecedents from "./ranking/weights/antecedents.json" with { type: "json" };
import kinds from "./ranking/weights/kinds.json" with { type: "json" };
import sources from "./ranking/weights/sources.json" with { type: "json" };
import { SOURCE_FEATURES } from "./sources/source-features.ts";

/** The learned rankers; `npm run learn` writes their weights. */
export interface Rankers {
  readonly source: LinearModel;
  readonly antecedent: LinearModel;
  /** How much more likely a passage is a quotation than not, in log odds. */
  readonly kind: LinearModel;
}

export const LEARNED: Rankers = {
  source: new LinearModel(sources, SOURCE_FEATURES),
  antecedent: new LinearModel(antecedents, ANTECEDENT_FEATURES),
  kind: new LinearModel(kinds, KIND_FEATURES),
};
