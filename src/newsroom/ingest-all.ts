import pMap, { pMapIterable } from "p-map";
import { ingest, type Ingested, type Newsroom, type Placed, placeIncoming, readIncoming } from "./ingest.ts";
import { type Origin, listSources, urlOrigin } from "./intake/list-sources.ts";
import { readFeed } from "./intake/read-feed.ts";
import { type Opening, openSource } from "./open-source.ts";
import { readHere } from "./open-readers.ts";
import { Unreadable } from "./unreadable.ts";

/** What became of one source: a story, or the reason why there is none. */
export type Outcome =
  | { readonly path: string; readonly ingested: Ingested; readonly problem: null }
  | { readonly path: string; readonly ingested: null; readonly problem: string };

type Ready = { readonly path: string; readonly placed: Placed } | { readonly path: string; readonly problem: string };

/** How many stories of a feed are fetched at once: polite to one server. */
const feedConcurrency = 4;

/**
 * Ingests many sources: reads `atOnce` of them side by side, and places them in
 * their order. Each is kept in one transaction before its outcome comes, so
 * that stopping anywhere loses nothing; one that fails is told and does not
 * stop the others.
 */
export async function* ingestAll(
  newsroom: Newsroom,
  origins: readonly Origin[],
  opening: Opening,
  atOnce: number,
): AsyncGenerator<Outcome> {
  const ready = pMapIterable(origins, (origin) => prepare(newsroom, origin, opening, false), {
    concurrency: atOnce,
    backpressure: atOnce * 4,
  });
  for await (const stories of ready) {
    for (const story of stories) {
      if ("problem" in story) yield { path: story.path, ingested: null, problem: story.problem };
      else yield await place(newsroom, story);
    }
  }
}

async function place(newsroom: Newsroom, { path, placed }: Extract<Ready, { placed: Placed }>): Promise<Outcome> {
  try {
    return { path, ingested: await placeIncoming(newsroom, placed), problem: null };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { path, ingested: null, problem: error.message };
  }
}

/** Opens and reads one source; a feed becomes the stories that it names. */
async function prepare(newsroom: Newsroom, origin: Origin, opening: Opening, isFromFeed: boolean): Promise<readonly Ready[]> {
  const { path } = origin;
  try {
    const opened = await openSource(origin, opening);
    if ("incoming" in opened) return [{ path, placed: await readIncoming(newsroom, opened.incoming) }];
    if (isFromFeed) throw new Unreadable("is a feed within a feed");
    const links = readFeed(opened.feed, opened.base);
    const stories = await pMap(links, (link) => prepare(newsroom, urlOrigin(link), opening, true), {
      concurrency: feedConcurrency,
    });
    return stories.flat();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return [{ path, problem: error.message }];
  }
}

/** Ingests every story of a folder, as a first start does with the samples. Rejects with what is wrong with the first bad one. */
export async function ingestFolder(
  store: Newsroom["store"],
  { folder, imagesDir, now }: { readonly folder: string; readonly imagesDir: string; readonly now: () => string },
): Promise<readonly Ingested[]> {
  const newsroom: Newsroom = { store, readers: readHere, now, dryRun: false };
  const opening: Opening = {
    fetchPage: async () => {
      throw new Unreadable("is not in the folder");
    },
    readInput: async () => new Uint8Array(),
    imagesDir,
    slug: null,
    picture: null,
    overrides: {},
  };
  const done: Ingested[] = [];
  for await (const origin of listSources([folder], "/")) {
    const opened = await openSource(origin, opening);
    if ("incoming" in opened) done.push(await ingest(newsroom, opened.incoming));
  }
  return done;
}
