import { apiPath, articlePath, frontPath } from "#model/addresses.ts";
import type { Article, ArticlePage } from "#model/article.ts";
import type { KeptStory } from "./offline-page.ts";
import { keep, matchOptions } from "./strategies.ts";

/** How many of the front page's stories are kept without having been read. */
const newest = 10;

/** A story is read on its page, or from its data when it was opened from the front page: both are kept. */
export async function keepStory(event: ExtendableEvent, slug: string): Promise<void> {
  await keep(event, "page", articlePath(slug));
  await keep(event, "data", apiPath(articlePath(slug)));
}

/** Keeps the front page and those of its newest stories that are not here yet, one after the other. */
export async function keepNewest(event: ExtendableEvent): Promise<void> {
  const connection: { readonly saveData?: boolean } = Reflect.get(navigator, "connection") ?? {};
  if (connection.saveData === true) return;
  await keep(event, "page", frontPath);
  await keep(event, "data", apiPath("/articles"));
  const answer = await fetch(apiPath(`/articles?limit=${newest}`)).catch(() => null);
  if (answer === null || !answer.ok) return;
  const { articles } = (await answer.json()) as ArticlePage;
  for (const { slug } of articles) if (!(await isKept(slug))) await keepStory(event, slug);
}

/** Whether a story's page is here. */
export async function isKept(slug: string): Promise<boolean> {
  const pages = await caches.open("pages");
  return (await pages.match(articlePath(slug), matchOptions)) !== undefined;
}

/** Every story that can be read offline, with its headline. */
export async function keptStories(): Promise<readonly KeptStory[]> {
  const data = await caches.open("data");
  const stories: KeptStory[] = [];
  for (const request of await data.keys()) {
    if (!/^\/api\/articles\/[^/]+$/.test(new URL(request.url).pathname)) continue;
    const article = (await (await data.match(request, matchOptions))?.json()) as Article | undefined;
    if (article === undefined || !(await isKept(article.slug))) continue;
    stories.push({ path: articlePath(article.slug), title: article.headline });
  }
  return stories;
}
