import type { FastifyPluginAsyncZod, ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Named } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { Site } from "#model/page.ts";
import { ProblemError } from "#model/problem.ts";
import { quotationParams, storyParams } from "#server/articles/address-params.ts";
import { readPermalink, readStory } from "#server/articles/read-article.ts";
import type { AnswerCache } from "#server/cache/answer-cache.ts";
import { storyCache } from "#server/cache/cache-control.ts";
import type { Written } from "#server/cache/representation.ts";
import { sendAnswer } from "#server/cache/send-answer.ts";
import { sendProblem } from "#server/problems/send-problem.ts";
import { sourceHash } from "#server/security/inline-sources.ts";
import { ownOrigins } from "#server/security/own-requests.ts";
import type { SecurityHeaders } from "#server/security/security-headers.ts";
import type { ArticleStore } from "#store/store.ts";
import { embedPage, embedProblem } from "./embed-page.ts";
import { embedScript } from "./embed-script.ts";
import { embedStyle } from "./embed-style.ts";
import { namedHere, type Oembed, oembedOf, type Room, storyOembedOf } from "./oembed.ts";
import { storyEmbed } from "./story-embed.ts";

export interface EmbedRoutesOptions {
  readonly articles: ArticleStore;
  readonly cache: AnswerCache;
  readonly site: Site;
  readonly security: SecurityHeaders;
}

const page = (status: number, body: string): Written => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": storyCache },
  body,
});

const pixels = z.coerce.number().int().min(1).max(10_000).optional();
const oembedQuery = z.object({
  url: z.string().min(1).max(2_000),
  maxwidth: pixels,
  maxheight: pixels,
  format: z.string().max(20).default("json"),
});

/** Quotations and stories on other sites: their frames, and the oEmbed answers that lead there. */
export const embedRoutes: FastifyPluginAsyncZod<EmbedRoutesOptions> = async (app, options) => {
  const { articles, cache, site } = options;
  const read = async ({ slug, id }: { readonly slug: string; readonly id: string }) => {
    const [article, permalink] = await Promise.all([
      readStory(articles, slug),
      readPermalink(articles, slug, id),
    ]);
    return { article, permalink };
  };

  const answerTo = async ({ slug, quotation: id }: Named, room: Room): Promise<Oembed> => {
    if (id === null) return storyOembedOf(site, await readStory(articles, slug), room);
    const { article, permalink } = await read({ slug, id });
    return oembedOf(site, article, permalink, room);
  };

  app.get("/oembed", { schema: { hide: true, querystring: oembedQuery } }, async (request, reply) => {
    const { url, format, maxwidth = null, maxheight = null } = request.query;
    if (format !== "json") throw new ProblemError(501, "Not Implemented", "Only format=json is served.");
    const named = namedHere(url, ownOrigins(site.url, request));
    if (named === null)
      throw new ProblemError(404, "Not Found", "This is not the address of a story or a quotation here.");
    const answer = await answerTo(named, { maxWidth: maxwidth, maxHeight: maxheight });
    return reply
      .headers({ "cache-control": storyCache, "access-control-allow-origin": "*" })
      .header("cross-origin-resource-policy", "cross-origin")
      .send(answer);
  });

  await app.register(async (embeds) => {
    const headers = options.security.embed({
      scripts: [sourceHash(embedScript)],
      styles: [sourceHash(embedStyle)],
    });
    embeds.addHook("onRequest", async (_request, reply) => {
      for (const name of Object.keys(options.security.page)) reply.removeHeader(name);
      reply.headers(headers);
    });
    embeds.setErrorHandler((error, request, reply) =>
      sendProblem(error, request, reply, (problem) => embedProblem(site, problem)),
    );
    embeds
      .withTypeProvider<ZodTypeProvider>()
      .get(
        "/embed/articles/:slug",
        { schema: { hide: true, params: storyParams } },
        async (request, reply) => {
          const { slug } = request.params;
          const recipe = {
            key: ["embed", slug] as const,
            read: () => readStory(articles, slug),
            write: async (article: Article) => page(200, storyEmbed(site, article)),
          };
          return sendAnswer(cache, recipe, request, reply);
        },
      )
      .get(
        "/embed/articles/:slug/quotes/:id",
        { schema: { hide: true, params: quotationParams } },
        async (request, reply) => {
          const { slug, id } = request.params;
          const recipe = {
            key: ["embed", slug, id] as const,
            read: () => read({ slug, id }),
            write: async ({ article, permalink }: Awaited<ReturnType<typeof read>>) =>
              page(permalink.state === "removed" ? 410 : 200, embedPage(site, article, permalink)),
          };
          return sendAnswer(cache, recipe, request, reply);
        },
      );
  });
};
