/**
 * npm run learn -- PATH-TO-CORPUS: learns the rankers' weights from an annotated corpus, reports how each does on
 * articles it has not seen, and writes the weights beside the engine. The same corpus gives the same weights.
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { LinearModel } from "#attribution/ranking/linear-model.ts";
import { antecedentChoices, lessonOf, sourceChoices } from "./examples.ts";
import { logitOf } from "./feature-recorder.ts";
import { folds, learnWeights, type ModelName, modelOf } from "./learn-weights.ts";
import type { Choice } from "./logistic-regression.ts";
import { readArticles } from "./read-articles.ts";

const FOLDS = 5;
const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error("usage: npm run learn -- GOLD.jsonl…");
  process.exit(2);
}
const articles = (await Promise.all(paths.map(readArticles))).flat();
const lessons = articles.map(lessonOf);
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
