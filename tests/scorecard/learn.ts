/**
 * npm run learn -- PATH-TO-CORPUS: learns the rankers' weights from an annotated corpus, reports how each does on
 * articles it has not seen, and writes the weights beside the engine. The same corpus gives the same weights.
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { readGold } from "#tools/scorecard/gold.ts";
import type { Scale } from "../../src/attribution/linear-model.ts";
import { scoreOf } from "./features-told.ts";
import { lessonsOf } from "./lessons.ts";
import { folds, rankersOf, teach } from "./teach.ts";
import type { Choice } from "./train.ts";

const FOLDS = 5;
const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error("usage: npm run learn -- GOLD.jsonl…");
  process.exit(2);
}
const articles = (await Promise.all(paths.map(readGold))).flat();
const corpus = paths.map((path) => basename(path, ".jsonl")).join(" and ");
const folder = `${import.meta.dirname}/../../src/attribution/weights`;

/** How many choices a model makes as the annotators did. */
function agreed(choices: readonly Choice[], scale: Scale): number {
  return choices.filter(({ alternatives, right }) => {
    const scores = alternatives.map((features) => scoreOf(features, scale));
    return right.has(scores.indexOf(Math.max(...scores)));
  }).length;
}

const tally = { kinds: [0, 0], sources: [0, 0], antecedents: [0, 0] } as Record<string, [number, number]>;
for (const { held, weights } of folds(articles, FOLDS)) {
  const { quotation, source, antecedent } = rankersOf(weights);
  const lessons = held.map((article) => lessonsOf(article, weights.antecedents));
  for (const [name, scale] of [
    ["kinds", quotation],
    ["sources", source],
    ["antecedents", antecedent],
  ] as const) {
    const choices = lessons.flatMap((lesson) => lesson[name]);
    const [right, all] = tally[name] ?? [0, 0];
    tally[name] = [right + agreed(choices, scale), all + choices.length];
  }
}
for (const [name, weights] of Object.entries(teach(articles))) {
  const [right, all] = tally[name] ?? [0, 0];
  console.log(
    `${name.padEnd(12)} ${all} choices, cross-validated ${((100 * right) / all).toFixed(1)} %, ${Object.keys(weights).length} weights`,
  );
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify({ corpus, weights }, null, 2)}\n`);
}
