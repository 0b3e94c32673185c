import type { FastifyRequest } from "fastify";

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
