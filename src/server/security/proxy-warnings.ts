import type { FastifyInstance, FastifyRequest } from "fastify";
import { ownOrigins } from "./own-requests.ts";

export interface ProxyWarningsOptions {
  readonly siteUrl: string;
  readonly trustProxy: boolean | number | string;
}

/**
 * Says once what a proxy in front shows to be set wrong, as far as requests
 * tell: otherwise all readers share one vote limit, or none may vote, and
 * nothing says why. No address of anybody is logged.
 */
export function warnOfProxies(app: FastifyInstance, { siteUrl, trustProxy }: ProxyWarningsOptions): void {
  const said = new Set<string>();
  const warnOnce = (message: string): void => {
    if (said.has(message)) return;
    said.add(message);
    app.log.warn(message);
  };
  if (trustProxy === true) {
    warnOnce(
      "TRUST_PROXY=true believes whatever X-Forwarded-For anybody sends, and so each their own vote limit: set it to the number of proxies in front, such as 1, or to their addresses",
    );
  }
  app.addHook("onRequest", (request, _reply, done) => {
    if (isForwardedByStranger(request)) {
      warnOnce(
        "requests come with X-Forwarded-For from an address that is not trusted, so that all readers behind it share one vote limit: if that is your proxy, set TRUST_PROXY to the number of proxies in front, such as 1, or to their addresses",
      );
    }
    const origin = misnamedOrigin(request, siteUrl);
    if (origin !== null) {
      warnOnce(
        `votes from pages at ${origin} are refused, because PUBLIC_URL is ${siteUrl}: if that is how readers reach this site, set PUBLIC_URL=${origin}`,
      );
    }
    done();
  });
}

/** The addresses that are believed are this connection's, and those before it that trusted proxies told. */
function isForwardedByStranger({ headers, ips }: FastifyRequest): boolean {
  return headers["x-forwarded-for"] !== undefined && (ips?.length ?? 1) === 1;
}

/** The origin that a browser has the page from that it sends to the same host, where that is not ours; null where all is well. */
function misnamedOrigin(request: FastifyRequest, siteUrl: string): string | null {
  const { origin } = request.headers;
  if (origin === undefined || origin === "null" || ownOrigins(siteUrl, request).includes(origin)) return null;
  const sameHost = URL.parse(origin)?.host === request.headers.host;
  return sameHost || request.headers["sec-fetch-site"] === "same-origin"
    ? (URL.parse(origin)?.origin ?? null)
    : null;
}
