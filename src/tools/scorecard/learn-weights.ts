import { ANTECEDENT_FEATURES } from "#attribution/coreference/antecedent-features.ts";
import { KIND_FEATURES } from "#attribution/kinds/kind-features.ts";
import { kindModels, type Rankers } from "#attribution/rankers.ts";
import { LinearModel, type ModelWeights } from "#attribution/ranking/linear-model.ts";
import { SOURCE_FEATURES } from "#attribution/sources/source-feature-space.ts";
import { antecedentChoices, type Lesson, sourceChoices } from "./examples.ts";
import { type Choice, train } from "./logistic-regression.ts";

const SPACES = {
  kinds: KIND_FEATURES.of("direct", "mixed"),
  sources: SOURCE_FEATURES,
  antecedents: ANTECEDENT_FEATURES,
} as const;

export type ModelName = keyof typeof SPACES;

/** The weights of each model, by the name of the file that keeps them. */
export type Weights = Readonly<Record<ModelName, ModelWeights["weights"]>>;

/** Strength of the pull towards nought, chosen by cross-validation on the corpus. */
const PULL = { kinds: 3, sources: 2, antecedents: 4 } as const;

/**
 * Learns every model from annotated articles. Whom a pronoun means hangs on whom the pronouns before it meant, so
 * antecedents are learned twice, the second time from stories read with the first weights.
 */
export function learnWeights(lessons: readonly Lesson[]): Weights {
  const antecedents = (weights: ModelWeights["weights"]) =>
    learned(
      "antecedents",
      lessons.flatMap((lesson) => antecedentChoices(lesson, weights)),
    );
  const taught = antecedents(antecedents({}));
  const model = modelOf("antecedents", taught);
  return {
    kinds: learned(
      "kinds",
      lessons.flatMap(({ kinds }) => kinds),
    ),
    sources: learned(
      "sources",
      lessons.flatMap((lesson) => sourceChoices(lesson, model)),
    ),
    antecedents: taught,
  };
}

function learned(name: ModelName, choices: readonly Choice[]): ModelWeights["weights"] {
  return train(choices, SPACES[name], PULL[name]);
}

export function modelOf(name: ModelName, weights: ModelWeights["weights"]): LinearModel {
  return new LinearModel({ corpus: "", weights }, SPACES[name]);
}

export function rankersOf({ kinds, sources, antecedents }: Weights): Rankers {
  return {
    source: modelOf("sources", sources),
    antecedent: modelOf("antecedents", antecedents),
    kinds: kindModels({ corpus: "", weights: kinds }),
  };
}

/** Each of `count` folds of the articles (every count-th one) with the weights learned from all the others. */
export function* folds(
  lessons: readonly Lesson[],
  count: number,
): Generator<{ readonly held: readonly Lesson[]; readonly weights: Weights }> {
  for (let fold = 0; fold < count; fold++)
    yield {
      held: lessons.filter((_, index) => index % count === fold),
      weights: learnWeights(lessons.filter((_, index) => index % count !== fold)),
    };
}
