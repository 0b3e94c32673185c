import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { ProblemError } from "#model/problem.ts";
import type { Store } from "#store/store.ts";

/** What those see who keep the site running. */

/** `/healthz`: the process lives. `/readyz`: its database is reachable and migrated. */
export const healthRoutes: FastifyPluginAsync<{ readonly store: Store }> = async (app, { store }) => {
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("cache-control", "no-store");
  });
  app.get("/healthz", { schema: { hide: true } }, async () => ({ status: "alive" }));
  /** Why it was not ready the last time; balancers ask every few seconds, and it is told when it changes. */
  let trouble: string | null = null;
  app.get("/readyz", { schema: { hide: true } }, async () => {
    try {
      await store.ready();
      if (trouble !== null) app.log.info("ready again");
      trouble = null;
      return { status: "ready" };
    } catch (error) {
      const told = trouble;
      trouble = String(error);
      if (trouble !== told) app.log.warn({ err: error }, "not ready");
      throw new ProblemError(503, "Service Unavailable", "The database does not answer.", 2);
    }
  });
};

/**
 * One line a request, of what was asked and how it went; never of whom: no
 * address, no cookie, no query. Reads that went well are at `debug`, as there
 * are thousands to every vote and failure.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", (request, reply, done) => {
    const ordinary = reply.statusCode < 400 && (request.method === "GET" || request.method === "HEAD");
    const level = ordinary ? "debug" : "info";
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    };
    request.log[level](line, "request");
    done();
  });
}

/** How long a stopping server waits for requests to be answered, or for their rest to arrive. */
const stopMilliseconds = 3_500;

/** Lets a server that is asked to stop end within five seconds, whoever has sent half a request. */
export function cutLateConnections(app: FastifyInstance): void {
  let late: NodeJS.Timeout | undefined;
  app.addHook("preClose", async () => {
    late = setTimeout(() => app.server.closeAllConnections(), stopMilliseconds);
  });
  app.addHook("onClose", async () => clearTimeout(late));
}
