import type { FastifyPluginAsync } from "fastify";
import { ProblemError } from "#model/problem.ts";
import type { Store } from "#store/store.ts";

/** `/healthz`: the process lives. `/readyz`: its database is reachable and migrated. */
export const healthRoutes: FastifyPluginAsync<{ readonly store: Store }> = async (app, { store }) => {
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("cache-control", "no-store");
  });
  app.get("/healthz", { schema: { hide: true } }, async () => ({ status: "alive" }));
  app.get("/readyz", { schema: { hide: true } }, async (request) => {
    try {
      await store.ready();
      return { status: "ready" };
    } catch (error) {
      request.log.warn({ err: error }, "not ready");
      throw new ProblemError(503, "Service Unavailable", "The database does not answer.", 2);
    }
  });
};
