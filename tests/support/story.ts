import type { Article, ArticlePage } from "#model/article.ts";

/** Reads JSON from the site under test. */
export async function readJson<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}

/** Every story that a site serves, as its API tells them. */
export async function readStories(site: string): Promise<readonly Article[]> {
  const { articles } = await readJson<ArticlePage>(`${site}/api/articles?limit=50`);
  return Promise.all(articles.map(({ slug }) => readJson<Article>(`${site}/api/articles/${slug}`)));
}

/** The story with the most quotations: what most promises are tried on. */
export async function readRichestStory(site: string): Promise<Article> {
  const stories = await readStories(site);
  const [richest] = stories.toSorted((a, b) => b.quotations.length - a.quotations.length);
  if (richest === undefined) throw new Error("the site serves no stories");
  return richest;
}
