import type { Article } from "./article.ts";

/** How many words a story's blocks hold, as its readers would count them in any language. */
export function wordCount(article: Pick<Article, "blocks" | "inLanguage">): number {
  const segmenter = new Intl.Segmenter(article.inLanguage, { granularity: "word" });
  let count = 0;
  for (const block of article.blocks) {
    for (const segment of segmenter.segment(block.text)) if (segment.isWordLike === true) count += 1;
  }
  return count;
}
