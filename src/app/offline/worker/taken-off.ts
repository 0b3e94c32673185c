import { articlePath, unescaped } from "#model/addresses.ts";
import { type TakenOffList, takenOffPath } from "#model/taken-off.ts";
import { storyOf } from "./cache-for.ts";
import { addToCache, cacheNames, matchOptions } from "./strategies.ts";

/** The list as it was last gone through. */
const cacheName = "taken-off";

/** What may hold a story's words. */
const kinds = ["page", "data", "permalink"] as const;

/** An answer that is kept. */
interface Kept {
  readonly kind: (typeof kinds)[number];
  readonly url: URL;
  readonly text: string;
  /** In milliseconds since 1970. */
  readonly keptAt: number;
}

/**
 * Lets go of what is kept of stories that were taken off since: their pages,
 * data and pictures; and what else names them, as the front page or the end of
 * another story does, is fetched anew. One small request a visit, and nothing
 * more while the list is the one that was gone through last. Never fails.
 */
export async function dropTakenOff(event: ExtendableEvent): Promise<void> {
  const answer = await fetch(takenOffPath).catch(() => null);
  // A network that asks who one is answers everything with a page of its own.
  if (!answer?.ok || !answer.headers.get("content-type")?.startsWith("application/json")) return;
  const text = await answer.text();
  const before = await caches.open(cacheName);
  if ((await (await before.match(takenOffPath))?.text()) === text) return;
  const isOff = readList(JSON.parse(text) as TakenOffList);
  for (const kind of kinds) {
    for await (const kept of keptAs(kind)) await letGo(event, kept, isOff);
  }
  await before.put(takenOffPath, new Response(text));
}

type IsOff = (slug: string, keptAt: number) => Promise<boolean>;

/** Whether a story was taken off after it was kept. */
function readList({ stories }: TakenOffList): IsOff {
  const dates = new Map(stories.map(({ digest, date }) => [digest, Date.parse(date)]));
  const digests = new Map<string, Promise<string>>();
  return async (slug, keptAt) => {
    const digest = digests.get(slug) ?? digestOf(slug);
    digests.set(slug, digest);
    const takenOffAt = dates.get(await digest);
    return takenOffAt !== undefined && keptAt <= takenOffAt;
  };
}

async function digestOf(slug: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(slug));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function* keptAs(kind: Kept["kind"]): AsyncGenerator<Kept> {
  const cache = await caches.open(cacheNames[kind]);
  for (const { url } of await cache.keys()) {
    const answer = await cache.match(url, matchOptions);
    if (answer === undefined) continue;
    const keptAt = Date.parse(answer.headers.get("date") ?? "") || 0;
    yield { kind, url: new URL(url), text: await answer.text(), keptAt };
  }
}

async function letGo(event: ExtendableEvent, { kind, url, text, keptAt }: Kept, isOff: IsOff): Promise<void> {
  const slug = storyOf(url);
  const isOwn = slug !== null && (await isOff(slug, keptAt));
  if (!isOwn && !(await namesOne(text, keptAt, isOff))) return;
  await (await caches.open(cacheNames[kind])).delete(url, matchOptions);
  if (!isOwn) return addToCache(event, kind, url.pathname + url.search);
  const pictures = await caches.open(cacheNames.picture);
  for (const [path] of text.matchAll(/\/images\/[\w.-]+/g)) await pictures.delete(path, matchOptions);
}

/** Whether a text leads to a story that was taken off. */
async function namesOne(text: string, keptAt: number, isOff: IsOff): Promise<boolean> {
  const links = new Set(Array.from(text.matchAll(storyLink), ([, slug = ""]) => slug));
  for (const link of links) {
    const slug = unescaped(link);
    if (slug !== null && (await isOff(slug, keptAt))) return true;
  }
  return false;
}

/** A story's address, and the slug in it as it is escaped there. */
const storyLink = new RegExp(`${articlePath("")}([^/"'?#<>&\\s\\\\]+)`, "g");
