import type { Article, ArticlePage } from "#model/article.ts";
import type { FurtherReading } from "#model/further-reading.ts";
import type { Page } from "#model/page.ts";
import type { Permalink } from "#model/permalink.ts";
import { ProblemError } from "#model/problem.ts";
import type { RevisionChange } from "#model/revision.ts";
import type { ArticleStore } from "#store/store.ts";

/** How many stories a front page holds: one that leads, and whole rows of three. Each adds 4 kB to the page. */
export const frontPageLength = 16;

export function readList(articles: ArticleStore, limit: number, cursor: string | null): Promise<ArticlePage> {
  return articles.list({ limit, cursor });
}

const noStory = (): ProblemError => new ProblemError(404, "Not Found", "There is no story at this address.");

/** ProblemError 404 for an unknown slug, 410 for a story that is off. */
export async function readStory(articles: ArticleStore, slug: string): Promise<Article> {
  const article = await articles.find(slug);
  if (article === null) throw noStory();
  return article;
}

/** ProblemError 404 for an unknown slug, 410 for a story that is off. */
export async function readFurther(articles: ArticleStore, slug: string): Promise<FurtherReading> {
  const further = await articles.further(slug);
  if (further === null) throw noStory();
  return further;
}

/** ProblemError 404 for an unknown slug, 410 for a story that is off. */
export async function readChanges(articles: ArticleStore, slug: string): Promise<readonly RevisionChange[]> {
  const changes = await articles.changes(slug);
  return changes.length > 0 ? changes : readStory(articles, slug).then(() => changes);
}

/** ProblemError 404 for words that this story never had, which offers the story; 410 for a story that is off. */
export async function readPermalink(articles: ArticleStore, slug: string, id: string): Promise<Permalink> {
  const permalink = await articles.permalink(slug, id);
  if (permalink !== null) return permalink;
  const { headline } = await readStory(articles, slug);
  throw new ProblemError(404, "Not Found", "This story has never had a quotation with this address.", null, {
    story: { slug, headline },
  });
}

/** All that a story's page is drawn from, and what its address points to. */
export async function readStoryPage(
  articles: ArticleStore,
  slug: string,
  id: string | null,
): Promise<Extract<Page, { view: "article" }>> {
  const [article, changes, further, permalink] = await Promise.all([
    readStory(articles, slug),
    articles.changes(slug),
    readFurther(articles, slug),
    id === null ? null : readPermalink(articles, slug, id),
  ]);
  return { view: "article", article, changes, further, permalink };
}
