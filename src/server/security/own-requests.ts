import type { FastifyRequest } from "fastify";
import { ProblemError } from "#model/problem.ts";

/** What a request says of where it was sent from. */
export interface Provenance {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  /** The origin that the request itself was sent to, as far as the server knows. */
  readonly sentTo: string;
}

/**
 * Whether a request that changes something was sent by this site's own pages
 * or by a program. Browsers always say where they send from, in `Origin` or
 * `Sec-Fetch-Site`; who says neither carries nobody's cookies by accident.
 * `Origin: null` (a sandboxed frame, a data: page) is foreign.
 *
 * Where the site has an https address only that one is its own; a plain http
 * site (a laptop, a house's network) is whatever it was called by.
 */
function isOwn({ origin, fetchSite, sentTo }: Provenance, siteOrigin: string): boolean {
  if (fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none") return false;
  if (origin === undefined || origin === siteOrigin) return true;
  return siteOrigin.startsWith("http:") && origin === sentTo;
}

/** A hook that turns away what other sites send. */
export function refuseForeign(siteUrl: string): (request: FastifyRequest) => Promise<void> {
  const siteOrigin = new URL(siteUrl).origin;
  return async (request) => {
    const { origin, "sec-fetch-site": fetchSite } = request.headers;
    const provenance = {
      origin,
      fetchSite: fetchSite?.toString(),
      sentTo: `${request.protocol}://${request.host}`,
    };
    if (!isOwn(provenance, siteOrigin)) {
      throw new ProblemError(403, "Forbidden", "This can only be done from the site's own pages.");
    }
  };
}
