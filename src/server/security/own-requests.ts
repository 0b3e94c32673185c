import type { FastifyRequest, onRequestHookHandler } from "fastify";
import { ProblemError } from "#model/problem.ts";

/**
 * The origins that are this site's own, as far as a request shows.
 *
 * Where the site has an https address only that one is its own; a plain http
 * site (a laptop, a house's network) is also whatever it was called by:
 * `localhost` and `127.0.0.1` are the same server.
 */
export function ownOrigins(
  siteUrl: string,
  request: Pick<FastifyRequest, "protocol" | "host">,
): readonly string[] {
  const { origin } = new URL(siteUrl);
  return origin.startsWith("http:") ? [origin, `${request.protocol}://${request.host}`] : [origin];
}

/**
 * Whether a request that changes something was sent by this site's own pages
 * or by a program. Browsers always say where they send from, in `Origin` or
 * `Sec-Fetch-Site`; who says neither carries nobody's cookies by accident.
 * `Origin: null` (a sandboxed frame, a data: page) is foreign.
 */
function isOwn(request: FastifyRequest, siteUrl: string): boolean {
  const { origin, "sec-fetch-site": fetchSite } = request.headers;
  if (fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none") return false;
  return origin === undefined || ownOrigins(siteUrl, request).includes(origin);
}

/** A hook that turns away what other sites send. */
export function refuseForeign(siteUrl: string): onRequestHookHandler {
  return (request, _reply, done) => {
    if (isOwn(request, siteUrl)) done();
    else done(new ProblemError(403, "Forbidden", "This can only be done from the site's own pages."));
  };
}
