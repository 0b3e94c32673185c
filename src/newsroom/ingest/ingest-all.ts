import pMap, { pMapIterable } from "p-map";
import type { Ingested, Newsroom } from "#newsroom/newsroom.ts";
import { type Origin, urlOrigin } from "#newsroom/sources/list-sources.ts";
import { type Opening, openSource } from "#newsroom/sources/open-source.ts";
import { readFeed } from "#newsroom/sources/read-feed.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { inTurn } from "./in-turn.ts";
import { type Placed, readIncoming } from "./read-incoming.ts";
import { openPlaces, type Places } from "./save-queue.ts";

/** What became of one source: a story, or the reason why there is none. */
export type Outcome =
  | { readonly path: string; readonly ingested: Ingested; readonly problem: null }
  | { readonly path: string; readonly ingested: null; readonly problem: string };

type Ready =
  | { readonly path: string; readonly placed: Placed }
  | { readonly path: string; readonly problem: string };

/** How many stories of a feed are fetched at once: polite to one server. */
const feedConcurrency = 4;
/** How many stories are on their way into the store at once: what waits together is kept together. */
const mostUnderWay = 64;

/**
 * Ingests many sources: reads `atOnce` of them side by side, and places them in
 * their order. Each is kept, wholly or not at all, before its outcome comes, so
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
  const places = openPlaces(newsroom);
  const queue = inTurn<Outcome>();
  try {
    for await (const stories of ready) {
      for (const story of stories) {
        queue.add((await place(places, story)).outcome);
        while (queue.hasNext() || queue.length() >= mostUnderWay) yield await queue.next();
      }
    }
    while (queue.length() > 0) yield await queue.next();
  } finally {
    await queue.over();
  }
}

/** Resolves once a story's place is certain; its outcome, once it is kept. */
async function place(places: Places, story: Ready): Promise<{ readonly outcome: Promise<Outcome> }> {
  const { path } = story;
  const told = (error: unknown): Outcome => {
    if (!(error instanceof Unreadable)) throw error;
    return { path, ingested: null, problem: error.message };
  };
  if ("problem" in story)
    return { outcome: Promise.resolve({ path, ingested: null, problem: story.problem }) };
  const { kept } = await places.place(story.placed);
  return { outcome: kept.then((ingested) => ({ path, ingested, problem: null }), told) };
}

/** Opens and reads one source; a feed becomes the stories that it names. */
async function prepare(
  newsroom: Newsroom,
  origin: Origin,
  opening: Opening,
  isFromFeed: boolean,
): Promise<readonly Ready[]> {
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
