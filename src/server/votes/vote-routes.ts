import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { failures, responses, voteStateSchema } from "#server/api/schemas.ts";
import { storyParams } from "#server/articles/address-params.ts";
import { privateCache } from "#server/cache/cache-control.ts";
import { refuseForeign } from "#server/security/own-requests.ts";
import { acceptJsonOnly } from "./body-parsers.ts";
import type { Voting } from "./voting.ts";

export interface VoteRoutesOptions {
  readonly voting: Voting;
  readonly siteUrl: string;
}

const ballot = z.object({ enjoyed: z.boolean() }).meta({ id: "Ballot" });

/** `/api/articles/:slug/vote` and `/api/reader`: one reader's own, kept by no cache. */
export const voteRoutes: FastifyPluginAsyncZod<VoteRoutesOptions> = async (app, { voting, siteUrl }) => {
  acceptJsonOnly(app);
  app.addHook("onRequest", (_request, reply, done) => {
    reply.header("cache-control", privateCache);
    done();
  });
  const onRequest = refuseForeign(siteUrl);
  const vote = "/articles/:slug/vote";

  app.get(
    vote,
    {
      schema: {
        operationId: "readVote",
        summary: "The tally, and this reader's own answer",
        params: storyParams,
        response: responses(voteStateSchema, 404, 410, 503),
      },
    },
    (request) => voting.state(request, request.params.slug),
  );

  app.post(
    vote,
    {
      onRequest,
      schema: {
        operationId: "castVote",
        summary: "Answers, or answers anew; durable when answered",
        description:
          "A new reader gets a signed cookie with the answer. An Idempotency-Key (a UUID) makes a first vote safe to send again.",
        params: storyParams,
        headers: z.object({ "idempotency-key": z.string().optional() }),
        body: ballot,
        response: responses(voteStateSchema, 400, 403, 404, 410, 413, 415, 429, 503),
      },
    },
    (request, reply) => voting.cast(request, reply, request.params.slug, request.body.enjoyed ? "yes" : "no"),
  );

  app.delete(
    vote,
    {
      onRequest,
      schema: {
        operationId: "withdrawVote",
        summary: "Withdraws this reader's answer",
        params: storyParams,
        response: responses(voteStateSchema, 403, 404, 410, 503),
      },
    },
    (request) => voting.withdraw(request, request.params.slug),
  );

  app.delete(
    "/reader",
    {
      onRequest,
      schema: {
        operationId: "forgetReader",
        summary: "Forgets this reader: deletes all their answers, and their cookie",
        description:
          "Where a cookie or an Idempotency-Key names the reader. A first answer that comes by the key afterwards changes nothing: `mine` is null.",
        response: {
          204: z.undefined().meta({ description: "Nothing is left" }),
          ...failures(400, 403, 429, 503),
        },
      },
    },
    async (request, reply) => {
      await voting.forget(request, reply);
      return reply.code(204).send();
    },
  );
};
