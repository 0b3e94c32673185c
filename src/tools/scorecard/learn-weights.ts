import { ANTECEDENT_FEATURES } from "#attribution/coreference/antecedent-features.ts";
import { KIND_FEATURES } from "#attribution/kinds/kind-features.ts";
import type { Rankers } from "#attribution/rankers.ts";
import { LinearModel, type ModelWeights } from "#attribution/ranking/linear-model.ts";
import { SOURCE_FEATURES } from "#attribution/sources/source-features.ts";
import { type Examples, examplesOf } from "./examples.ts";
import type { GoldArticle } from "./gold.ts";
import { train } from "./logistic-regression.ts";

/** The weights of each model, by the name of the file that keeps them. */
export type Weights = Readonly<Record<keyof Examples, ModelWeights["weights"]>>;

const SPACES = { kinds: KIND_FEATURES, sources: SOURCE_FEATURES, antecedents: ANTECEDENT_FEATURES } as const;

/** Strength of the pull towards nought (L2), chosen by cross-validation on the corpus. */
const DECAY = { kinds: 2e-4, sources: 1e-4, antecedents: 2e-3 } as const;

/**
 * Learns every model from annotated articles. Whom a pronoun means hangs on whom the pronouns before it meant, so
 * antecedents are learned twice, the second time from stories read with the first weights.
 */
export function learnWeights(articles: readonly GoldArticle[]): Weights {
  const untaught = articles.map((article) => examplesOf(article, {}));
  const first = learned("antecedents", untaught);
  const again = articles.map((article) => examplesOf(article, first));
  return {
    kinds: learned("kinds", untaught),
    sources: learned("sources", untaught),
    antecedents: learned("antecedents", again),
  };
}

function learned(name: keyof Examples, examples: readonly Examples[]): ModelWeights["weights"] {
  return train(
    examples.flatMap((example) => example[name]),
    SPACES[name],
    { decay: DECAY[name], epochs: 8 },
  );
}

function scaleOf(name: keyof Examples, weights: ModelWeights["weights"]): LinearModel {
  return new LinearModel({ corpus: "", weights }, SPACES[name]);
}

export function rankersOf({ kinds, sources, antecedents }: Weights): Rankers {
  return {
    source: scaleOf("sources", sources),
    antecedent: scaleOf("antecedents", antecedents),
    kind: scaleOf("kinds", kinds),
  };
}

/** Each of `count` folds of the articles (every count-th one) with the weights learned from all the others. */
export function* folds(
  articles: readonly GoldArticle[],
  count: number,
): Generator<{ readonly held: readonly GoldArticle[]; readonly weights: Weights }> {
  for (let fold = 0; fold < count; fold++)
    yield {
      held: articles.filter((_, index) => index % count === fold),
      weights: learnWeights(articles.filter((_, index) => index % count !== fold)),
    };
}
