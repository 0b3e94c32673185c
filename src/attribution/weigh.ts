import { ANTECEDENT_FEATURES } from "./antecedent-features.ts";
import { KIND_FEATURES } from "./kind-features.ts";
import { type Weigh, weigher } from "./linear-model.ts";
import { SOURCE_FEATURES } from "./source-features.ts";
import antecedents from "./weights/antecedents.json" with { type: "json" };
import kinds from "./weights/kinds.json" with { type: "json" };
import sources from "./weights/sources.json" with { type: "json" };

/** The learned rankers; `npm run learn` writes their weights. */
export interface Rankers {
  readonly source: Weigh;
  readonly antecedent: Weigh;
  /** How much more likely a stretch is a quotation than not, in log odds. */
  readonly quotation: Weigh;
}

export const LEARNED: Rankers = {
  source: weigher(sources, SOURCE_FEATURES),
  antecedent: weigher(antecedents, ANTECEDENT_FEATURES),
  quotation: weigher(kinds, KIND_FEATURES),
};
