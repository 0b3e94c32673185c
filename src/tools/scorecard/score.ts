/**
 * npm run score -- GOLD.jsonl|FOLDER… [--errors N] [--record] [--folds N]: the engine's figures on an annotated file, or on a
 * folder of annotated stories (tests/cases/scored), beside those last recorded. The scorer is the corpora's own
 * and stands beside their folder (../score.mjs); for stories it is looked for in ../shared/quotes. With
 * `--folds N` each article is attributed by weights learned from the file's others: how the engine does on news that
 * it has not seen.
 */
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname } from "node:path";
import { parseArgs } from "node:util";
import { readAnnotatedStories } from "./annotated-stories.ts";
import { calibrate } from "./calibration.ts";
import { lessonOf } from "./examples.ts";
import { readGold } from "./gold.ts";
import { folds, rankersOf } from "./learn-weights.ts";
import { answer, errors, type Figures, score } from "./measure.ts";
import { withReadings } from "./readings.ts";
import { compareSpeed } from "./speed.ts";
import { withTypedMarks } from "./typed-marks.ts";

const { values, positionals } = parseArgs({
  options: {
    errors: { type: "string" },
    folds: { type: "string" },
    record: { type: "boolean" },
    scorer: { type: "string" },
  },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error(
    "usage: npm run score -- GOLD.jsonl… [--errors N] [--record] [--folds N] [--scorer score.mjs]",
  );
  process.exit(2);
}
const card = `${import.meta.dirname}/card.json`;
type Card = Record<
  string,
  { direct: Figures; both: Figures; calibration: ReturnType<typeof calibrate>; timesCompromise: number }
>;
const recorded: Card = existsSync(card) ? (JSON.parse(readFileSync(card, "utf8")) as Card) : {};

for (const given of positionals) {
  const name = basename(given, ".jsonl");
  const folder = statSync(given).isDirectory();
  const path = folder ? `${mkdtempSync(`${tmpdir()}/stories-`)}/${name}.jsonl` : given;
  if (folder)
    writeFileSync(
      path,
      readAnnotatedStories(given)
        .map((article) => `${JSON.stringify(article)}\n`)
        .join(""),
    );
  const beside = `${dirname(given)}/../score.mjs`;
  const scorer = values.scorer ?? (existsSync(beside) ? beside : "../shared/quotes/score.mjs");
  const articles = (await readGold(path)).map(withTypedMarks).map(withReadings);
  const lessons = articles.map(lessonOf);
  const rows =
    values.folds === undefined
      ? answer(lessons)
      : [...folds(lessons, Number(values.folds))].flatMap(({ held, weights }) =>
          answer(held, rankersOf(weights)),
        );
  const none = articles.reduce((sum, { unattributed }) => sum + (unattributed?.length ?? 0), 0);
  const result = {
    direct: score(scorer, path, rows, "direct", none),
    both: score(scorer, path, rows, "direct,mixed", none),
    calibration: calibrate(articles, rows),
    timesCompromise: Math.round(compareSpeed(articles.slice(0, 40).map(({ text }) => text)).ratio),
  };
  const before = recorded[name];
  console.log(`\n${name}: ${articles.length} articles${before === undefined ? "" : " (recorded before)"}`);
  for (const kinds of ["direct", "both"] as const)
    for (const [figure, value] of Object.entries(result[kinds])) {
      const was = before?.[kinds][figure as keyof Figures];
      console.log(
        `  ${kinds.padEnd(7)} ${figure.padEnd(18)} ${value.toFixed(1).padStart(6)} ${was === undefined ? "" : `(${was.toFixed(1)})`}`,
      );
    }
  for (const { from, count, right } of result.calibration.bins)
    console.log(
      `  confidence from ${from.toFixed(2)}: ${String(count).padStart(4)} speakers, ${right.toFixed(1)} % right`,
    );
  console.log(
    `  sure (0.9 and more): ${result.calibration.sure} % of the speakers, ${result.calibration.sureRight} % right`,
  );
  console.log(`  speed: ${result.timesCompromise} times compromise's`);
  if (values.errors !== undefined) console.log(errors(scorer, path, rows, Number(values.errors)));
  if (values.record === true) recorded[name] = result;
}
if (values.record === true) writeFileSync(card, `${JSON.stringify(recorded, null, 2)}\n`);
