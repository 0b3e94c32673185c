import { savedPath, unescaped } from "#model/addresses.ts";

/** What of the site a device keeps for reading offline. */
export type CacheKind =
  /** A page as the server drew it. */
  | "page"
  /** A story or the front page's list as the API tells them. */
  | "data"
  /** What became of a quotation: a cache of its own, or a hundred saved quotations would take the stories' place. */
  | "permalink"
  /** A built file: its name changes with its content, so it never grows old. */
  | "asset"
  | "picture";

/** The parts of a request that decide. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** Whether a window is being taken there. */
  readonly navigation: boolean;
}

const story = /^\/articles\/[^/]+(?:\/quotes\/[^/]+)?$/;
const data = /^\/api\/articles(?:\/[^/]+(?:\/changes|\/further)?)?$/;
const permalink = /^\/api\/articles\/[^/]+\/quotes\/[^/]+$/;

/**
 * What a request's answer is kept as; null for everything that is none of
 * ours. Votes and the desk match nothing here: they are listed nowhere, so
 * nothing can forget to leave them out.
 */
export function cacheFor({ method, url, navigation }: Asked, origin: string): CacheKind | null {
  if (method !== "GET" || url.origin !== origin) return null;
  const { pathname } = url;
  // Also when it is fetched, by somebody who has just kept something.
  if (pathname === savedPath) return "page";
  if (navigation) return pathname === "/" || story.test(pathname) ? "page" : null;
  if (data.test(pathname)) return "data";
  if (permalink.test(pathname)) return "permalink";
  if (pathname.startsWith("/assets/")) return "asset";
  return pathname.startsWith("/images/") ? "picture" : null;
}

/** The slug of the story that a page or its data is about; null for every other page. */
export function storyOf({ pathname }: URL): string | null {
  const slug = /^(?:\/api)?\/articles\/([^/]+)/.exec(pathname)?.[1];
  return slug === undefined ? null : unescaped(slug);
}
