import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import helmet from "helmet";
import type { InlineSources } from "#server/site-bundle.ts";

export type Headers = Readonly<Record<string, string>>;

export interface SecurityHeaders {
  /** Pages and everything else of the site's own. */
  readonly page: Headers;
  /** The API's answers: they run nothing and show nothing. */
  readonly data: Headers;
  /** The built files: parts of a page, under that page's policy, so that they need none of their own. */
  readonly file: Headers;
  /** What other sites may show in a frame. */
  readonly embed: (inline: InlineSources) => Headers;
}

const yearInSeconds = 31_536_000;

/**
 * The headers that keep pages safe, written by helmet once at start rather
 * than on every request: they are the same on every answer.
 *
 * @param inline hashes of what the page's own document holds inline
 * @param live whether the app's hot reload must be let in
 */
export function securityHeaders(siteUrl: string, inline: InlineSources, live: boolean): SecurityHeaders {
  const https = siteUrl.startsWith("https:");
  const common = {
    strictTransportSecurity: https && { maxAge: yearInSeconds, includeSubDomains: false },
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    // Chromium would begin a process for the origin, and its first words would be later; what else it does is the default.
    originAgentCluster: false,
    // Of use to browsers that are long gone.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  } as const;
  const nothing = { defaultSrc: ["'none'"], baseUri: ["'none'"] };
  const upgrade = https ? { upgradeInsecureRequests: [] } : {};
  return {
    page: written({
      ...common,
      crossOriginResourcePolicy: { policy: "same-origin" },
      xFrameOptions: { action: "deny" },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          ...nothing,
          ...upgrade,
          scriptSrc: ["'self'", ...(live ? ["'unsafe-inline'"] : inline.scripts)],
          styleSrc: ["'self'", ...(live ? ["'unsafe-inline'"] : inline.styles)],
          imgSrc: ["'self'", "data:"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'", ...(live ? ["ws:"] : [])],
          manifestSrc: ["'self'"],
          workerSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
    }),
    data: written({
      ...common,
      crossOriginResourcePolicy: { policy: "same-origin" },
      xFrameOptions: false,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { ...nothing, formAction: ["'none'"], frameAncestors: ["'none'"] },
      },
    }),
    file: written({
      ...common,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: { policy: "same-origin" },
      referrerPolicy: false,
      xFrameOptions: false,
      contentSecurityPolicy: false,
    }),
    embed: ({ scripts, styles }) =>
      written({
        ...common,
        crossOriginOpenerPolicy: false,
        crossOriginResourcePolicy: { policy: "cross-origin" },
        xFrameOptions: false,
        contentSecurityPolicy: {
          useDefaults: false,
          directives: {
            ...nothing,
            ...upgrade,
            scriptSrc: [...scripts],
            styleSrc: [...styles],
            imgSrc: ["'self'"],
            formAction: ["'none'"],
            frameAncestors: ["*"],
          },
        },
      }),
  };
}

/** What helmet would put on a response. */
function written(options: Parameters<typeof helmet>[0]): Headers {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(options)(request, response, (error?: unknown) => {
    if (error !== undefined) throw error;
  });
  const headers = Object.entries(response.getHeaders()).map(
    ([name, value]) => [name, String(value)] as const,
  );
  return Object.freeze(Object.fromEntries(headers));
}
