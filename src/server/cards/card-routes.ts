import { hash } from "node:crypto";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Site } from "#model/page.ts";
import { quotationParams } from "#server/articles/address-params.ts";
import { readPermalink, readStory } from "#server/articles/read-article.ts";
import { cardCache, storyCache } from "#server/cache/cache-control.ts";
import { isKnown } from "#server/cache/send-answer.ts";
import type { ArticleStore } from "#store/store.ts";
import { cardOf } from "./card-of.ts";
import type { Cards } from "./create-cards.ts";

export interface CardRoutesOptions {
  readonly articles: ArticleStore;
  readonly site: Site;
  readonly cards: Cards;
}

/** The story's revision that the address was written for, as `cardPath` does. */
const cardQuery = z.object({ v: z.string().max(20).optional() });

/** A quotation's picture. The address takes ids only: free text would let anybody forge one. */
export const cardRoutes: FastifyPluginAsyncZod<CardRoutesOptions> = async (
  app,
  { articles, site, cards },
) => {
  app.get(
    "/articles/:slug/quotes/:id/card.png",
    { schema: { hide: true, params: quotationParams, querystring: cardQuery } },
    async (request, reply) => {
      const { slug, id } = request.params;
      // In this order: the words of an older revision are never kept for good under a newer one's address.
      const article = await readStory(articles, slug);
      const permalink = await readPermalink(articles, slug, id);
      const png = await cards.png(cardOf(article, permalink, site));
      const etag = `"${hash("sha256", png, "base64url").slice(0, 22)}"`;
      reply.headers({
        etag,
        // Only the address of this very revision will never show another picture.
        "cache-control": request.query.v === String(article.revision) ? cardCache : storyCache,
        "cross-origin-resource-policy": "cross-origin",
      });
      if (isKnown(etag, request.headers["if-none-match"])) return reply.code(304).send();
      return reply.type("image/png").send(png);
    },
  );
};
