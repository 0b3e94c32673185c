import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { forgetPath, frontPath, votePath } from "#model/addresses.ts";
import { storyParams } from "#server/articles/address-params.ts";
import { readFurther, readStory } from "#server/articles/read-article.ts";
import { privateCache } from "#server/cache/cache-control.ts";
import { sendPage } from "#server/cache/send-answer.ts";
import { languageOf } from "#server/pages/language.ts";
import type { RenderHtml } from "#server/pages/render-html.ts";
import { refuseForeign } from "#server/security/own-requests.ts";
import type { ArticleStore } from "#store/store.ts";
import { acceptFormsOnly } from "./body-parsers.ts";
import type { Voting } from "./voting.ts";

export interface VoteFormOptions {
  readonly voting: Voting;
  readonly articles: ArticleStore;
  readonly renderHtml: RenderHtml;
  readonly siteUrl: string;
}

const ballot = z.object({ enjoyed: z.enum(["yes", "no", "withdraw"]) });
const forgetForm = z.object({ slug: storyParams.shape.slug.min(1).optional() }).optional();

/** Voting and being forgotten without JavaScript: a POST, then its own GET. */
export const voteForm: FastifyPluginAsyncZod<VoteFormOptions> = async (app, options) => {
  const { voting, articles, renderHtml, siteUrl } = options;
  acceptFormsOnly(app);
  app.addHook("onRequest", (_request, reply, done) => {
    reply.header("cache-control", privateCache);
    done();
  });
  const onRequest = refuseForeign(siteUrl);

  app.get("/articles/:slug/vote", { schema: { hide: true, params: storyParams } }, async (request, reply) => {
    const { slug } = request.params;
    const [article, further, vote] = await Promise.all([
      readStory(articles, slug),
      readFurther(articles, slug),
      voting.state(request, slug),
    ]);
    const page = { view: "vote", article, further, vote } as const;
    const html = await renderHtml(page, votePath(slug), languageOf(request.raw));
    return sendPage(html, request, reply);
  });

  app.post(
    "/articles/:slug/vote",
    { onRequest, schema: { hide: true, params: storyParams, body: ballot } },
    async (request, reply) => {
      const { slug } = request.params;
      const { enjoyed } = request.body;
      if (enjoyed === "withdraw") await voting.withdraw(request, slug);
      else await voting.cast(request, reply, slug, enjoyed);
      return reply.redirect(votePath(slug), 303);
    },
  );

  app.post(forgetPath, { onRequest, schema: { hide: true, body: forgetForm } }, async (request, reply) => {
    await voting.forget(request, reply);
    const slug = request.body?.slug;
    return reply.redirect(slug === undefined ? frontPath : votePath(slug), 303);
  });
};
