/**
 * npm run learn -- PATH-TO-CORPUS: learns the rankers' weights from an annotated corpus, reports how each does on
 * articles it has not seen, and writes the weights beside the engine. The same corpus gives the same weights.
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { ANTECEDENT_FEATURES } from "../../src/attribution/antecedent-features.ts";
import { KIND_FEATURES } from "../../src/attribution/kind-features.ts";
import { type Weigh, weigher } from "../../src/attribution/linear-model.ts";
import { SOURCE_FEATURES } from "../../src/attribution/source-features.ts";
import { readGold } from "./gold.ts";
import { type Lessons, lessonsOf } from "./lessons.ts";
import { type Choice, train } from "./train.ts";

const FOLDS = 5;
const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error("usage: npm run learn -- GOLD.jsonl…");
  process.exit(2);
}
const articles = (await Promise.all(paths.map(readGold))).flat();
const corpus = paths.map((path) => basename(path, ".jsonl")).join(" and ");
const folder = `${import.meta.dirname}/../../src/attribution/weights`;

function accuracy(choices: readonly Choice[], weigh: Weigh): { right: number; all: number } {
  let right = 0;
  for (const { alternatives, right: wanted } of choices) {
    const scores = alternatives.map((features) => weigh(features));
    if (wanted.has(scores.indexOf(Math.max(...scores)))) right++;
  }
  return { right, all: choices.length };
}

const SPACES = { kinds: KIND_FEATURES, sources: SOURCE_FEATURES, antecedents: ANTECEDENT_FEATURES };

function learn(name: keyof typeof SPACES, lessons: readonly Lessons[], decay: number, epochs: number): Weigh {
  let right = 0;
  let all = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = train(
      lessons.filter((_, index) => index % FOLDS !== fold).flatMap((lesson) => lesson[name]),
      SPACES[name],
      { decay, epochs },
    );
    const held = accuracy(
      lessons.filter((_, index) => index % FOLDS === fold).flatMap((lesson) => lesson[name]),
      weigher({ corpus, weights: model }, SPACES[name]),
    );
    right += held.right;
    all += held.all;
  }
  const weights = train(
    lessons.flatMap((lesson) => lesson[name]),
    SPACES[name],
    { decay, epochs },
  );
  console.log(
    `${name.padEnd(12)} ${all} choices, cross-validated ${((100 * right) / all).toFixed(1)} %, ${Object.keys(weights).length} weights`,
  );
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify({ corpus, weights }, null, 1)}\n`);
  return weigher({ corpus, weights }, SPACES[name]);
}

let lessons = articles.map((article) => lessonsOf(article, () => 0));
learn("kinds", lessons, 2e-4, 8);
learn("sources", lessons, 1e-4, 8);
const first = learn("antecedents", lessons, 2e-3, 8);
lessons = articles.map((article) => lessonsOf(article, first));
learn("antecedents", lessons, 2e-3, 8);
