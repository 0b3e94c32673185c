/**
 * npm run score: the engine's figures on news and stories that it has not seen, by cross-validation over all that its
 * weights are learned from, beside those of the card that is kept (`--record` keeps the new ones).
 *
 * npm run score -- GOLD.jsonl|FOLDER… [--folds N]: the engine as it is on annotated files, or on folders of annotated
 * stories; with `--folds`, each article by weights learned from the others of its file.
 *
 * npm run score -- --cases FILE: which of a file of cases it gets right.
 */
import { basename } from "node:path";
import { exitOn } from "#tools/support/leave-nothing.ts";
import { readOptions } from "#tools/support/read-options.ts";
import { keepCard, linesOf, readCard } from "./card.ts";
import { caseLines, readCases } from "./cases.ts";
import { LEARNED_FROM, measuredSets, readAll } from "./corpora.ts";
import { lessonOf } from "./examples.ts";
import { listErrors } from "./list-errors.ts";
import { type Answered, answer, answerUnseen, type Result, resultOf, sheetsOf } from "./measure.ts";
import { compareSpeed } from "./speed.ts";

const FOLDS = 5;
/** So many articles, read again and again, tell how fast the engine is. */
const TIMED = 40;

const usage = `Usage: npm run score [-- [GOLD.jsonl|FOLDER…] [options]]

The engine's figures on texts that it has not seen, by cross-validation over what its weights are learned from; with
paths, the engine as it is on annotated files or folders of annotated stories.

  --folds N      with paths: each article by weights learned from the others of its file, in N parts
  --cases FILE   which of a file of cases it gets right
  --errors N     lists N of the errors
  --record       keeps the figures as the card that later ones are compared with`;

exitOn("SIGINT", "SIGTERM");
const { values, positionals } = readOptions(usage, {
  cases: { type: "string" },
  errors: { type: "string" },
  folds: { type: "string" },
  record: { type: "boolean" },
});

if (values.cases !== undefined) tell(caseLines(readCases(values.cases)));
else if (positionals.length > 0) await scoreFiles(positionals);
else await scoreUnseen();

async function scoreUnseen(): Promise<void> {
  const articles = await readAll(LEARNED_FROM);
  // Before anything is learned: what learning does to the engine's code in this process makes it slower.
  const timesCompromise = Math.round(compareSpeed(articles.slice(0, TIMED).map(({ text }) => text)).ratio);
  const answered = answerUnseen(articles.map(lessonOf), FOLDS);
  const before = readCard();
  const sets: Record<string, Result> = {};
  for (const [name, ids] of await measuredSets()) {
    const own = answered.filter(({ lesson }) => ids.has(lesson.article.id));
    sets[name] = resultOf(own);
    report(name, own, sets[name], before?.sets[name]);
  }
  tell([`\nspeed: ${timesCompromise} times compromise's  (${before?.timesCompromise ?? "–"})`]);
  if (values.record === true) keepCard({ timesCompromise, sets });
}

async function scoreFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const lessons = (await readAll([path])).map(lessonOf);
    const answered =
      values.folds === undefined ? answer(lessons) : answerUnseen(lessons, Number(values.folds));
    report(basename(path, ".jsonl"), answered, resultOf(answered), undefined);
  }
}

function report(
  name: string,
  answered: readonly Answered[],
  result: Result,
  before: Result | undefined,
): void {
  tell(linesOf(name, result, before));
  if (values.errors !== undefined) tell(listErrors(sheetsOf(answered, "both"), Number(values.errors)));
}

function tell(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}
