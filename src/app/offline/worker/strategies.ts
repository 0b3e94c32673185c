import type { WorkboxPlugin } from "workbox-core/types.js";
import { ExpirationPlugin } from "workbox-expiration";
import { CacheFirst, NetworkFirst, type Strategy } from "workbox-strategies";
import type { CacheKind } from "./cache-for.ts";
import { markCached } from "./mark-cached.ts";

const day = 86_400;

/** A network slower than this is as good as none to somebody who has the story here already. */
const networkTimeoutSeconds = 5;

/** The site answers programs and browsers differently, but never at the same address. */
export const matchOptions = { ignoreVary: true };

/** A story is the same story with another voice chosen in its address. */
const withoutSearch: WorkboxPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => request.url.replace(/[?#].*$/, ""),
};

const marked: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse }) => cachedResponse && markCached(cachedResponse),
};

/** The longest unused go first. */
const expiring = (maxEntries: number, days: number): WorkboxPlugin =>
  new ExpirationPlugin({
    maxEntries,
    maxAgeSeconds: days * day,
    purgeOnQuotaError: true,
    matchOptions,
  }) as WorkboxPlugin;

/** Where each kind is kept. */
export const cacheNames: Readonly<Record<CacheKind, string>> = {
  page: "pages",
  data: "data",
  permalink: "permalinks",
  asset: "assets",
  picture: "pictures",
};

/** How each kind is fetched and kept. */
export const strategies: Readonly<Record<CacheKind, Strategy>> = {
  page: new NetworkFirst({
    cacheName: cacheNames.page,
    networkTimeoutSeconds,
    matchOptions,
    plugins: [withoutSearch, expiring(80, 60), marked],
  }),
  data: new NetworkFirst({
    cacheName: cacheNames.data,
    networkTimeoutSeconds,
    matchOptions,
    plugins: [expiring(160, 60)],
  }),
  permalink: new NetworkFirst({
    cacheName: cacheNames.permalink,
    networkTimeoutSeconds,
    matchOptions,
    plugins: [expiring(400, 60)],
  }),
  // CacheKind for longer than any page that needs them.
  asset: new CacheFirst({ cacheName: cacheNames.asset, matchOptions, plugins: [expiring(400, 120)] }),
  picture: new CacheFirst({ cacheName: cacheNames.picture, matchOptions, plugins: [expiring(80, 60)] }),
};

/** Fetches and keeps what is at a path; a file that never changes is not fetched again. Never fails. */
export async function addToCache(event: ExtendableEvent, kind: CacheKind, path: string): Promise<void> {
  const request = new Request(new URL(path, location.origin));
  await Promise.allSettled(strategies[kind].handleAll({ event, request }));
}
