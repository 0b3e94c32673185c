import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readGold } from "#tools/scorecard/gold.ts";
import { compareSpeed } from "#tools/scorecard/speed.ts";
import type { Row } from "./row.ts";

const GOAL = 50;
const folder = join(import.meta.dirname, "../../../tests/cases/stories");

/** The golden stories, without their markup. */
async function ownStories(): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt"));
  const sources = await Promise.all(names.sort().map((name) => readFile(join(folder, name), "utf8")));
  return sources.map((source) => source.slice(source.search(/^---$/m) + 4).replace(/⟦[^⟧]*⟧/g, ""));
}

/**
 * How much more text the engine reads than compromise does in the same time, both finding who says what.
 *
 * @param corpus a file of articles as JSON Lines (`text`); without it, the golden stories are read
 */
export async function benchAttribution(corpus?: string): Promise<readonly Row[]> {
  const texts = corpus === undefined ? await ownStories() : (await readGold(corpus)).map(({ text }) => text);
  const { engine, compromise, ratio } = compareSpeed(texts);
  return [
    {
      measure: `attribution of ${texts.length} stories, MB/s, beside compromise`,
      ours: engine,
      reference: compromise,
      ratio,
      goal: `≥ ${GOAL}×`,
      ok: ratio >= GOAL,
    },
  ];
}
