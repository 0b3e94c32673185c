import type { FastifyInstance } from "fastify";
import { ProblemError } from "#model/problem.ts";

/**
 * Answers 405 with `Allow` (RFC 9110, section 15.5.6) where an address is known and only the
 * method is not. Call it before routes are declared, and what it returns after the last one.
 */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const allowed = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ routePath, method }) => {
    const methods = allowed.get(routePath) ?? new Set();
    allowed.set(routePath, methods.union(new Set([method].flat())));
  });
  return () => {
    for (const [url, methods] of [...allowed]) {
      const allow = [...methods].sort().join(", ");
      app.route({
        url,
        method: app.supportedMethods.filter((method) => !methods.has(method)),
        schema: { hide: true },
        // Before a body is read: what it holds does not matter.
        onRequest: async (_request, reply) => {
          reply.header("allow", allow);
          throw new ProblemError(405, "Method Not Allowed", `This address takes ${allow}.`);
        },
        handler: () => {},
      });
    }
  };
}
