import type { GoldArticle } from "./gold.ts";
import { readArticles } from "./read-articles.ts";

/** Where the annotated corpora lie, beside the repository; none of their text is in it. */
const CORPORA = "../shared/quotes/data";
const CASES = "tests/cases";

/** What the engine is measured on, by the names of the sets on the scorecard. */
const MEASURED = {
  news: ["polnear-train", "polnear-dev"],
  dev: ["polnear-dev"],
  stories: ["stories-dev"],
} as const;

export type SetName = keyof typeof MEASURED;

const fileOf = (name: string): string => `${CORPORA}/${name}.jsonl`;

/** What the weights are learned from: the corpora, and the texts of our own. */
export const LEARNED_FROM: readonly string[] = [
  ...["polnear-train", "polnear-dev", "stories-dev"].map(fileOf),
  ...["scored", "stories", "kinds", "unsaid"].map((folder) => `${CASES}/${folder}`),
];

export async function readAll(paths: readonly string[]): Promise<readonly GoldArticle[]> {
  return (await Promise.all(paths.map(readArticles))).flat();
}

/** The sets that are measured, each with the names of its articles. */
export async function measuredSets(): Promise<ReadonlyMap<SetName, ReadonlySet<string>>> {
  const sets = new Map<SetName, ReadonlySet<string>>();
  for (const [name, files] of Object.entries(MEASURED))
    sets.set(name as SetName, new Set((await readAll(files.map(fileOf))).map(({ id }) => id)));
  return sets;
}
