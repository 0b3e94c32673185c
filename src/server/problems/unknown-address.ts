import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import createRouter from "find-my-way";
import { ProblemError } from "#model/problem.ts";

/**
 * Answers what no route takes, the same for pages, files and the API: 405 with
 * `Allow` where the address is known and only the method is not (RFC 9110,
 * section 15.5.6), 308 where it has a slash too many, else 404. Before a body
 * is read: what it holds does not matter. Call it before routes are declared.
 *
 * @param longest the most characters of a part of an address, as the app's own router takes them
 */
export function refuseUnknownAddresses(app: FastifyInstance, longest: number): void {
  const methodsOf = new Map<string, Set<string>>();
  // The app's own router tells only whether an address and a method go together.
  const addresses = createRouter({ maxParamLength: longest });
  app.addHook("onRoute", ({ url, method }) => {
    const methods = methodsOf.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    if (!methodsOf.has(url)) addresses.on("GET", url, () => {}, methods);
    methodsOf.set(url, methods);
  });

  const problemOf = ({ url, method }: FastifyRequest, reply: FastifyReply): ProblemError => {
    const methods: ReadonlySet<string> | undefined = addresses.find("GET", url)?.store;
    if (methods === undefined || methods.has(method)) {
      return new ProblemError(404, "Not Found", "There is nothing at this address.");
    }
    const allow = [...methods].sort().join(", ");
    reply.header("allow", allow);
    return new ProblemError(405, "Method Not Allowed", `This address takes ${allow}.`);
  };
  app.addHook("onRequest", (request, reply, done) => {
    if (!request.is404) return done();
    const plain = withoutTrailingSlash(request.url);
    if (plain !== null && ["GET", "HEAD"].includes(request.method)) void reply.redirect(plain, 308);
    else done(problemOf(request, reply));
  });
  // A route may find out by itself that it has nothing, as those of files do.
  app.setNotFoundHandler((request, reply) => {
    throw problemOf(request, reply);
  });
}

/** `/articles/a/?x` → `/articles/a?x`; never to another host. */
function withoutTrailingSlash(url: string): string | null {
  const [path = "", ...query] = url.split("?");
  if (!/^\/[^/\\].*\/$/.test(path)) return null;
  return [path.replace(/\/+$/, ""), ...query].join("?");
}
