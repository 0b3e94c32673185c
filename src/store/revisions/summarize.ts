import type { Article, ArticleSummary } from "#model/article.ts";
import { scoreOf } from "#model/score.ts";
import { wordCount } from "#model/word-count.ts";

/** What a list shows of a story, made once when it is saved. */
export function summarize(article: Omit<Article, "url">): Omit<ArticleSummary, "url"> {
  const { slug, headline, description, datePublished, dateModified, author, publisher, inLanguage, image } =
    article;
  return {
    slug,
    headline,
    description,
    datePublished,
    dateModified,
    author,
    publisher,
    inLanguage,
    image,
    wordCount: wordCount(article),
    score: scoreOf(article),
  };
}
