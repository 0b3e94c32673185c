import { ANTECEDENT_FEATURES } from "./coreference/antecedent-features.ts";
import { KIND_FEATURES } from "./kinds/kind-features.ts";
import { Scale } from "./ranking/linear-model.ts";
import antecedents from "./ranking/weights/antecedents.json" with { type: "json" };
import kinds from "./ranking/weights/kinds.json" with { type: "json" };
import sources from "./ranking/weights/sources.json" with { type: "json" };
import { SOURCE_FEATURES } from "./sources/source-features.ts";

/** The learned rankers; `npm run learn` writes their weights. */
export interface Rankers {
  readonly source: Scale;
  readonly antecedent: Scale;
  /** How much more likely a stretch is a quotation than not, in log odds. */
  readonly quotation: Scale;
}

export const LEARNED: Rankers = {
  source: new Scale(sources, SOURCE_FEATURES),
  antecedent: new Scale(antecedents, ANTECEDENT_FEATURES),
  quotation: new Scale(kinds, KIND_FEATURES),
};
