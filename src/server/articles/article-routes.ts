import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Permalink } from "#model/permalink.ts";
import type { Problem } from "#model/problem.ts";
import { takenOffPath } from "#model/taken-off.ts";
import {
  articlePageSchema,
  articleSchema,
  changesSchema,
  furtherSchema,
  goneWords,
  permalinkSchema,
  responses,
  takenOffSchema,
} from "#server/api/schemas.ts";
import type { AnswerCache, Recipe } from "#server/cache/answer-cache.ts";
import { storyCache } from "#server/cache/cache-control.ts";
import { sendAnswer } from "#server/cache/send-answer.ts";
import type { ArticleStore, PublicationStore } from "#store/store.ts";
import { quotationParams, storyParams } from "./address-params.ts";
import { readChanges, readFurther, readList, readPermalink, readStory } from "./read-article.ts";

export interface ArticleRoutesOptions {
  readonly articles: ArticleStore;
  readonly publication: PublicationStore;
  readonly cache: AnswerCache;
}

const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

/** `GET /api/articles…`: the same for everybody, so cached here and publicly cacheable. */
export const articleRoutes: FastifyPluginAsyncZod<ArticleRoutesOptions> = async (
  app,
  { articles, publication, cache },
) => {
  app.get(
    "/articles",
    {
      schema: {
        operationId: "listArticles",
        summary: "Stories, newest first",
        querystring: listQuery,
        response: responses(articlePageSchema, 400, 503),
      },
    },
    async (request, reply) => {
      const { limit, cursor = null } = request.query;
      const recipe = json(["articles", limit, cursor], () => readList(articles, limit, cursor));
      return sendAnswer(cache, recipe, request, reply);
    },
  );

  app.get(
    "/articles/:slug",
    {
      schema: {
        operationId: "readArticle",
        summary: "A story",
        params: storyParams,
        response: responses(articleSchema, 404, 410, 503),
      },
    },
    async (request, reply) => {
      const { slug } = request.params;
      const recipe = json(["article", slug], () => readStory(articles, slug));
      return sendAnswer(cache, recipe, request, reply);
    },
  );

  app.get(
    "/articles/:slug/changes",
    {
      schema: {
        operationId: "listChanges",
        summary: "What each revision did to the story's quotations, newest first",
        params: storyParams,
        response: responses(changesSchema, 404, 410, 503),
      },
    },
    async (request, reply) => {
      const { slug } = request.params;
      const recipe = json(["changes", slug], () => readChanges(articles, slug));
      return sendAnswer(cache, recipe, request, reply);
    },
  );

  app.get(
    "/articles/:slug/further",
    {
      schema: {
        operationId: "listFurtherReading",
        summary: "Where to go on: the stories that follow, and others that quote people of the same names",
        params: storyParams,
        response: responses(furtherSchema, 404, 410, 503),
      },
    },
    async (request, reply) => {
      const { slug } = request.params;
      const recipe = json(["further", slug], () => readFurther(articles, slug));
      return sendAnswer(cache, recipe, request, reply);
    },
  );

  app.get(
    "/articles/:slug/quotes/:id",
    {
      schema: {
        operationId: "readQuotation",
        summary: "What became of a quotation's wording",
        params: quotationParams,
        response: { ...responses(permalinkSchema, 404, 503), 410: goneWords },
      },
    },
    async (request, reply) => {
      const { slug, id } = request.params;
      const recipe = permalinkRecipe(slug, id, () => readPermalink(articles, slug, id));
      return sendAnswer(cache, recipe, request, reply);
    },
  );

  app.get(
    takenOffPath.replace(/^\/api/, ""),
    {
      schema: {
        operationId: "listTakenOff",
        summary: "Which stories were taken off in the last three months: what devices kept of them goes",
        response: responses(takenOffSchema, 503),
      },
    },
    async (request, reply) => {
      const recipe = json(["taken-off"], async () => ({ stories: await publication.takenOff() }));
      return sendAnswer(cache, recipe, request, reply);
    },
  );
};

/** Words that were taken out are told as a problem that carries their permalink (RFC 9457, section 3.2). */
function permalinkRecipe(slug: string, id: string, read: () => Promise<Permalink>): Recipe<Permalink> {
  const present = json(["permalink", slug, id], read);
  return {
    ...present,
    write: async (permalink) => {
      const written = await present.write(permalink);
      if (permalink.state !== "removed") return written;
      return {
        status: gone.status,
        headers: { ...written.headers, "content-type": "application/problem+json" },
        body: JSON.stringify({ ...gone, ...permalink }),
      };
    },
  };
}

const gone: Problem = {
  type: "about:blank",
  title: "Gone",
  status: 410,
  detail: "These words are no longer in the story.",
};

function json<State>(key: Recipe<State>["key"], read: () => Promise<State>): Recipe<State> {
  return {
    key: ["json", ...key],
    read,
    write: async (state) => ({
      status: 200,
      headers: { "content-type": "application/json; charset=utf-8", "cache-control": storyCache },
      body: JSON.stringify(state),
    }),
  };
}
