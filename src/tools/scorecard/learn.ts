/**
 * npm run learn: learns the rankers' weights from the annotated corpora and our own texts, reports how each does on
 * articles it has not seen, and writes the weights beside the engine. With paths (`-- GOLD.jsonl|FOLDER…`) it learns
 * from those alone. The same texts give the same weights.
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { LinearModel } from "#attribution/ranking/linear-model.ts";
import { readOptions } from "#tools/support/read-options.ts";
import { LEARNED_FROM, readAll } from "./corpora.ts";
import { antecedentChoices, lessonOf, sourceChoices } from "./examples.ts";
import { logitOf } from "./feature-recorder.ts";
import { folds, learnWeights, type ModelName, modelOf } from "./learn-weights.ts";
import type { Choice } from "./logistic-regression.ts";

const FOLDS = 5;
const { positionals: given } = readOptions(
  `Usage: npm run learn [-- GOLD.jsonl|FOLDER…]

Learns the engine's weights from the annotated corpora and our own texts, or from the given paths alone, and writes them
beside the engine.`,
  {},
);
const paths = given.length === 0 ? LEARNED_FROM : given;
const lessons = (await readAll(paths)).map(lessonOf);
const corpus = paths.map((path) => basename(path, ".jsonl")).join(" and ");
const folder = `${import.meta.dirname}/../../attribution/ranking/weights`;

/** How many choices a model makes as the annotators did. */
function agreed(choices: readonly Choice[], model: LinearModel): number {
  return choices.filter(({ alternatives, right }) => {
    const logits = alternatives.map((features) => logitOf(features, model));
    return right === logits.indexOf(Math.max(...logits));
  }).length;
}

const tally: Record<ModelName, [number, number]> = { kinds: [0, 0], sources: [0, 0], antecedents: [0, 0] };
for (const { held, weights } of folds(lessons, FOLDS)) {
  for (const [name, choices] of [
    ["kinds", held.flatMap(({ kinds }) => kinds)],
    ["sources", held.flatMap((lesson) => sourceChoices(lesson, modelOf("antecedents", weights.antecedents)))],
    ["antecedents", held.flatMap((lesson) => antecedentChoices(lesson, weights.antecedents))],
  ] as const) {
    const [right, all] = tally[name];
    tally[name] = [right + agreed(choices, modelOf(name, weights[name])), all + choices.length];
  }
}
for (const [name, weights] of Object.entries(learnWeights(lessons))) {
  const [right, all] = tally[name as ModelName];
  console.log(
    `${name.padEnd(12)} ${all} choices, cross-validated ${((100 * right) / all).toFixed(1)} %, ${Object.keys(weights).length} weights`,
  );
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify({ corpus, weights }, null, 2)}\n`);
}
