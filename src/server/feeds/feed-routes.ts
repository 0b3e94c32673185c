import type { FastifyPluginAsync } from "fastify";
import { feedPath } from "#model/addresses.ts";
import type { ArticleSummary } from "#model/article.ts";
import type { Site } from "#model/page.ts";
import { readList } from "#server/articles/read-article.ts";
import type { AnswerCache, Recipe } from "#server/cache/answer-cache.ts";
import { storyCache } from "#server/cache/cache-control.ts";
import { sendAnswer } from "#server/cache/send-answer.ts";
import type { ArticleStore } from "#store/store.ts";
import { writeFeed } from "./write-feed.ts";
import { writeSitemap } from "./write-sitemap.ts";

export interface FeedRoutesOptions {
  readonly articles: ArticleStore;
  readonly cache: AnswerCache;
  readonly site: Site;
}

const feedLength = 50;
/** The most addresses that one sitemap may hold, less the front page. */
const sitemapLength = 49_999;

/** What programs read to find the stories. */
export const feedRoutes: FastifyPluginAsync<FeedRoutesOptions> = async (app, { articles, cache, site }) => {
  app.get(feedPath, { schema: { hide: true } }, (request, reply) => {
    const recipe = document(
      "feed",
      "application/atom+xml; charset=utf-8",
      async () => (await readList(articles, feedLength, null)).articles,
      async (newest) => writeFeed(site, newest),
    );
    return sendAnswer(cache, recipe, request, reply);
  });

  app.get("/sitemap.xml", { schema: { hide: true } }, (request, reply) => {
    const recipe = document(
      "sitemap",
      "application/xml; charset=utf-8",
      () => readAll(articles, sitemapLength),
      (all) => writeSitemap(site, all),
    );
    return sendAnswer(cache, recipe, request, reply);
  });

  const robots = [
    "User-agent: *",
    "Disallow: /articles/*/vote",
    "Disallow: /reader/",
    "",
    `Sitemap: ${site.url}/sitemap.xml`,
    "",
  ];
  app.get("/robots.txt", { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header("cache-control", "public, max-age=3600")
      .type("text/plain; charset=utf-8")
      .send(robots.join("\n")),
  );
};

function document(
  name: string,
  contentType: string,
  read: () => Promise<readonly ArticleSummary[]>,
  write: (articles: readonly ArticleSummary[]) => Promise<string>,
): Recipe<readonly ArticleSummary[]> {
  return {
    key: ["document", name],
    read,
    write: async (articles) => ({
      status: 200,
      headers: { "content-type": contentType, "cache-control": storyCache },
      body: await write(articles),
    }),
  };
}

async function readAll(articles: ArticleStore, most: number): Promise<readonly ArticleSummary[]> {
  const all: ArticleSummary[] = [];
  let cursor: string | null = null;
  do {
    const page = await readList(articles, Math.min(1_000, most - all.length), cursor);
    all.push(...page.articles);
    cursor = page.next;
  } while (cursor !== null && all.length < most);
  return all;
}
