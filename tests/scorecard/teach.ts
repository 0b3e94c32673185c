import type { GoldArticle } from "#tools/scorecard/gold.ts";
import { ANTECEDENT_FEATURES } from "../../src/attribution/antecedent-features.ts";
import { KIND_FEATURES } from "../../src/attribution/kind-features.ts";
import { type LinearModel, Scale } from "../../src/attribution/linear-model.ts";
import { SOURCE_FEATURES } from "../../src/attribution/source-features.ts";
import type { Rankers } from "../../src/attribution/weigh.ts";
import { type Lessons, lessonsOf } from "./lessons.ts";
import { train } from "./train.ts";

/** The weights of each model, by the name of the file that keeps them. */
export type Weights = Readonly<Record<keyof Lessons, LinearModel["weights"]>>;

const SPACES = { kinds: KIND_FEATURES, sources: SOURCE_FEATURES, antecedents: ANTECEDENT_FEATURES } as const;

/** Strength of the pull towards nought (L2), chosen by cross-validation on the corpus. */
const DECAY = { kinds: 2e-4, sources: 1e-4, antecedents: 2e-3 } as const;

/**
 * Learns every model from annotated articles. Whom a pronoun means hangs on whom the pronouns before it meant, so
 * antecedents are learned twice, the second time from stories read with the first weights.
 */
export function teach(articles: readonly GoldArticle[]): Weights {
  const untaught = articles.map((article) => lessonsOf(article, {}));
  const first = learned("antecedents", untaught);
  const again = articles.map((article) => lessonsOf(article, first));
  return {
    kinds: learned("kinds", untaught),
    sources: learned("sources", untaught),
    antecedents: learned("antecedents", again),
  };
}

function learned(name: keyof Lessons, lessons: readonly Lessons[]): LinearModel["weights"] {
  return train(
    lessons.flatMap((lesson) => lesson[name]),
    SPACES[name],
    { decay: DECAY[name], epochs: 8 },
  );
}

function scaleOf(name: keyof Lessons, weights: LinearModel["weights"]): Scale {
  return new Scale({ corpus: "", weights }, SPACES[name]);
}

export function rankersOf({ kinds, sources, antecedents }: Weights): Rankers {
  return {
    source: scaleOf("sources", sources),
    antecedent: scaleOf("antecedents", antecedents),
    quotation: scaleOf("kinds", kinds),
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
      weights: teach(articles.filter((_, index) => index % count !== fold)),
    };
}
