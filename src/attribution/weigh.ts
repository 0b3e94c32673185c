import { ANTECEDENT_FEATURES } from "./antecedent-features.ts";
import { KIND_FEATURES } from "./kind-features.ts";
import { Scale } from "./linear-model.ts";
import { SOURCE_FEATURES } from "./source-features.ts";
import antecedents from "./weights/antecedents.json" with { type: "json" };
import kinds from "./weights/kinds.json" with { type: "json" };
import sources from "./weights/sources.json" with { type: "json" };

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
