import type { FastifyInstance } from "fastify";

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
