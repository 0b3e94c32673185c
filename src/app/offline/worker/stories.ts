import { apiPath, articlePath, frontPath } from "#model/addresses.ts";
import type { Article, ArticlePage } from "#model/article.ts";
import type { CachedStory } from "./offline-page.ts";
import { addToCache, cacheNames, matchOptions } from "./strategies.ts";

/** How many of the front page's stories are kept without having been read. */
const newest = 10;

/** A story is read on its page, or from its data when it was opened from the front page: both are kept. */
export async function cacheStory(event: ExtendableEvent, slug: string): Promise<void> {
  await addToCache(event, "page", articlePath(slug));
  await addToCache(event, "data", apiPath(articlePath(slug)));
}

/** Keeps the front page and those of its newest stories that are not here yet, one after the other. */
export async function cacheNewest(event: ExtendableEvent): Promise<void> {
  const connection: { readonly saveData?: boolean } = Reflect.get(navigator, "connection") ?? {};
  if (connection.saveData === true) return;
  await addToCache(event, "page", frontPath);
  await addToCache(event, "data", apiPath("/articles"));
  const answer = await fetch(apiPath(`/articles?limit=${newest}`)).catch(() => null);
  if (answer === null || !answer.ok) return;
  const { articles } = (await answer.json()) as ArticlePage;
  for (const { slug } of articles) if (!(await isCached(slug))) await cacheStory(event, slug);
}

/** Whether a story's page is here. */
export async function isCached(slug: string): Promise<boolean> {
  const pages = await caches.open(cacheNames.page);
  return (await pages.match(articlePath(slug), matchOptions)) !== undefined;
}

/** Every story that can be read offline, with its headline. */
export async function cachedStories(): Promise<readonly CachedStory[]> {
  const data = await caches.open(cacheNames.data);
  const stories: CachedStory[] = [];
  for (const request of await data.keys()) {
    if (!/^\/api\/articles\/[^/]+$/.test(new URL(request.url).pathname)) continue;
    const article = (await (await data.match(request, matchOptions))?.json()) as Article | undefined;
    if (article === undefined || !(await isCached(article.slug))) continue;
    stories.push({ path: articlePath(article.slug), title: article.headline });
  }
  return stories;
}
