import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Site } from "#model/page.ts";
import { ProblemError } from "#model/problem.ts";
import { quotationParams } from "#server/address-parts.ts";
import { immutableCache } from "#server/cache/cache-control.ts";
import type { ArticleStore } from "#store/store.ts";
import { cardOf } from "./card-of.ts";
import type { Cards } from "./create-cards.ts";

export interface CardRoutesOptions {
  readonly articles: ArticleStore;
  readonly site: Site;
  readonly cards: Cards;
}

/** A quotation's picture. The address takes ids only: free text would let anybody forge one. */
export const cardRoutes: FastifyPluginAsyncZod<CardRoutesOptions> = async (
  app,
  { articles, site, cards },
) => {
  app.get(
    "/articles/:slug/quotes/:id/card.png",
    { schema: { hide: true, params: quotationParams } },
    async (request, reply) => {
      const { slug, id } = request.params;
      const [article, permalink] = await Promise.all([articles.find(slug), articles.permalink(slug, id)]);
      if (article === null || permalink === null) {
        throw new ProblemError(404, "No such quotation", "No quotation was ever published at this address.");
      }
      const png = await cards.png(cardOf(article, permalink, site.name));
      return reply
        .headers({
          "content-type": "image/png",
          "cache-control": immutableCache,
          "cross-origin-resource-policy": "cross-origin",
        })
        .send(png);
    },
  );
};
