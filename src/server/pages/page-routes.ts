import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { articlePath, frontPath, privacyPath, quotationPath, savedPath } from "#model/addresses.ts";
import type { Language } from "#model/languages.ts";
import type { Page } from "#model/page.ts";
import { quotationParams, storyParams } from "#server/articles/address-params.ts";
import { frontPageLength, readList, readStoryPage } from "#server/articles/read-article.ts";
import type { AnswerCache, Recipe } from "#server/cache/answer-cache.ts";
import { storyCache } from "#server/cache/cache-control.ts";
import { sendAnswer } from "#server/cache/send-answer.ts";
import { languageOf } from "#server/pages/language.ts";
import type { ArticleStore } from "#store/store.ts";
import type { RenderHtml } from "./render-html.ts";

export interface PageRoutesOptions {
  readonly articles: ArticleStore;
  readonly cache: AnswerCache;
  readonly renderHtml: RenderHtml;
}

const frontQuery = z.object({ cursor: z.string().max(200).optional() });

/** The pages that are the same for everybody: validate, read, render, cache. */
export const pageRoutes: FastifyPluginAsyncZod<PageRoutesOptions> = async (app, options) => {
  const { articles, cache } = options;
  const page = (path: string, language: Language, read: () => Promise<Page>) =>
    pageRecipe(options.renderHtml, path, language, read);

  app.get("/", { schema: { hide: true, querystring: frontQuery } }, async (request, reply) => {
    const { cursor = null } = request.query;
    const path = cursor === null ? frontPath : `${frontPath}?cursor=${encodeURIComponent(cursor)}`;
    const recipe = page(path, languageOf(request.raw), async () => ({
      view: "front",
      articles: await readList(articles, frontPageLength, cursor),
    }));
    return sendAnswer(cache, recipe, request, reply);
  });

  app.get(privacyPath, { schema: { hide: true } }, async (request, reply) => {
    const recipe = page(privacyPath, languageOf(request.raw), async () => ({ view: "privacy" }));
    return sendAnswer(cache, recipe, request, reply);
  });

  app.get(savedPath, { schema: { hide: true } }, async (request, reply) => {
    const recipe = page(savedPath, languageOf(request.raw), async () => ({ view: "saved" }));
    return sendAnswer(cache, recipe, request, reply);
  });

  app.get("/articles/:slug", { schema: { hide: true, params: storyParams } }, async (request, reply) => {
    const { slug } = request.params;
    const recipe = page(articlePath(slug), languageOf(request.raw), () =>
      readStoryPage(articles, slug, null),
    );
    return sendAnswer(cache, recipe, request, reply);
  });

  app.get(
    "/articles/:slug/quotes/:id",
    { schema: { hide: true, params: quotationParams } },
    async (request, reply) => {
      const { slug, id } = request.params;
      const recipe = page(quotationPath(slug, id), languageOf(request.raw), () =>
        readStoryPage(articles, slug, id),
      );
      return sendAnswer(cache, recipe, request, reply);
    },
  );
};

/** One page an address and language: caches in between tell them apart by what browsers accept. */
function pageRecipe(
  renderHtml: RenderHtml,
  path: string,
  language: Language,
  read: () => Promise<Page>,
): Recipe<Page> {
  return {
    key: ["page", language, path],
    read,
    write: async (page) => ({
      status: gone(page) ? 410 : 200,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-language": language,
        "cache-control": storyCache,
        vary: "Accept-Language",
      },
      body: await renderHtml(page, path, language),
    }),
  };
}

/** Words that were taken out have a page that says so, and the status of what is gone. */
function gone(page: Page): boolean {
  return page.view === "article" && page.permalink?.state === "removed";
}
