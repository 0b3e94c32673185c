/**
 * The service worker: keeps what was read, and the newest stories, for reading
 * offline.
 *
 * It holds no version of the site. Pages and data come from the network
 * whenever there is one; built files are kept under names that never change
 * their meaning, the old ones beside the new, until they are the ones longest
 * unused. So a worker may begin at any time without breaking a page that
 * is open, and a page kept weeks ago still finds the files it was built with.
 */
import { builtFiles } from "virtual:built-files";
import { registerRoute, setCatchHandler } from "workbox-routing";
import { apiPath, articlePath, frontPath } from "#model/addresses.ts";
import { syncQueueName } from "#model/queued-request.ts";
import { type CacheKind, cacheFor, storyOf } from "./cache-for.ts";
import { offlinePage } from "./offline-page.ts";
import { sendQueued } from "./send-queued.ts";
import { cachedStories, cacheNewest, cacheStory, isCached } from "./stories.ts";
import { addToCache, strategies } from "./strategies.ts";
import { dropTakenOff } from "./taken-off.ts";

declare const self: ServiceWorkerGlobalScope;

for (const kind of Object.keys(strategies) as CacheKind[]) {
  registerRoute(
    ({ request: { method, mode }, url }) =>
      cacheFor({ method, url, navigation: mode === "navigate" }, location.origin) === kind,
    async ({ event, request, url }) => {
      const answer = await strategies[kind].handle({ event, request });
      event.waitUntil(cacheWithIt(event, kind, url));
      return answer;
    },
  );
}

/** What somebody who reads this will want offline as well. */
async function cacheWithIt(event: ExtendableEvent, kind: CacheKind, url: URL): Promise<void> {
  const slug = storyOf(url);
  if (url.pathname === frontPath) await cacheNewest(event);
  if (kind === "page" && slug !== null) await addToCache(event, "data", apiPath(articlePath(slug)));
  if (kind === "data" && slug !== null) await addToCache(event, "page", articlePath(slug));
}

// Whichever page is visited: also one that is not kept.
self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.waitUntil(dropTakenOff(event));
});

setCatchHandler(async ({ request, url }) => {
  if (request.mode !== "navigate") return Response.error();
  const slug = storyOf(url);
  const quotation = /\/quotes\/([^/]+)$/.exec(url.pathname)?.[1];
  // The story has the quotation, if it still has it at all.
  if (slug !== null && quotation !== undefined && (await isCached(slug))) {
    return Response.redirect(`${articlePath(slug)}#q-${quotation}`);
  }
  return offlinePage(navigator.language, await cachedStories());
});

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all(builtFiles.map((file) => addToCache(event, "asset", file))));
  event.waitUntil(self.skipWaiting());
});

/** What windows show at the moment: they were opened before this worker could keep anything. */
async function cacheOpenStories(event: ExtendableEvent): Promise<void> {
  for (const { url } of await self.clients.matchAll({ includeUncontrolled: true, type: "window" })) {
    const slug = storyOf(new URL(url));
    if (slug !== null) await cacheStory(event, slug);
  }
}

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
  event.waitUntil(
    dropTakenOff(event)
      .then(() => cacheOpenStories(event))
      .then(() => cacheNewest(event)),
  );
});

/** Of the Background Sync specification, which the compiler's library leaves out. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

self.addEventListener("sync", (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === syncQueueName) sync.waitUntil(sendQueued());
});
