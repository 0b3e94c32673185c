import { statSync } from "node:fs";
import { readAnnotatedStories } from "./annotated-stories.ts";
import { type GoldArticle, readGold } from "./gold.ts";
import { withReadings } from "./readings.ts";
import { withTypedMarks } from "./typed-marks.ts";

/** The articles of a gold file, or of a folder of annotated stories, as readers have corrected them. */
export async function readArticles(path: string): Promise<readonly GoldArticle[]> {
  const articles = statSync(path).isDirectory() ? readAnnotatedStories(path) : await readGold(path);
  return articles.map(withTypedMarks).map(withReadings);
}
