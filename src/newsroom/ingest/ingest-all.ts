import { pMapIterable } from "p-map";
import type { Incoming, Ingested, Newsroom } from "#newsroom/newsroom.ts";
import { type Origin, urlOrigin } from "#newsroom/sources/list-sources.ts";
import { openSource, type SourceOptions } from "#newsroom/sources/open-source.ts";
import { readFeed } from "#newsroom/sources/read-feed.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { readIncoming, type UnsavedStory } from "./read-incoming.ts";
import { openSaveQueue, type SaveQueue } from "./save-queue.ts";

/** What became of one source: a story, or the reason why there is none. */
export type Outcome =
  | { readonly path: string; readonly ingested: Ingested; readonly problem: null }
  | Failure;

interface Failure {
  readonly path: string;
  readonly ingested: null;
  readonly problem: string;
}

/** What one source came to: a story, or as many as its feed names, as they come. */
type ReadResults = AsyncIterable<ReadResult> | readonly ReadResult[];
type ReadResult = { readonly path: string; readonly story: UnsavedStory } | Failure;

/** How many stories of a feed are fetched at once: polite to one server; and how many may wait to be saved. */
const feedQueue = { concurrency: 4, backpressure: 16 };
/** How many stories are being saved at once: what waits together is saved together. */
const saveConcurrency = 64;

/**
 * Ingests many sources: reads `atOnce` of them side by side, and gives them
 * their slugs in their order. Each is saved, wholly or not at all, before its
 * outcome comes, so that stopping anywhere loses nothing; one that fails is
 * told and does not stop the others.
 */
export async function* ingestAll(
  newsroom: Newsroom,
  origins: readonly Origin[],
  options: SourceOptions,
  atOnce: number,
): AsyncGenerator<Outcome> {
  const results = pMapIterable(origins, (origin) => readOrigin(newsroom, origin, options), {
    concurrency: atOnce,
    backpressure: atOnce * 4,
  });
  const queue = openSaveQueue(newsroom);
  try {
    yield* pMapIterable(enqueue(queue, results), ({ outcome }) => outcome, { concurrency: saveConcurrency });
  } finally {
    await queue.drained();
  }
}

/** Adds stories to the queue one after the other; each comes with the promise of its outcome. */
async function* enqueue(
  queue: SaveQueue,
  results: AsyncIterable<ReadResults>,
): AsyncGenerator<{ readonly outcome: Promise<Outcome> }> {
  for await (const stories of results) {
    for await (const result of stories) {
      if ("problem" in result) {
        yield { outcome: Promise.resolve(result) };
      } else {
        const { path, story } = result;
        const { saved } = await queue.add(story);
        yield { outcome: saved.then((ingested) => ({ path, ingested, problem: null }), failureOf(path)) };
      }
    }
  }
}

/** Turns what its owner can act on into a source's failure; every other error stays one. */
const failureOf =
  (path: string) =>
  (error: unknown): Failure => {
    if (!(error instanceof Unreadable)) throw error;
    return { path, ingested: null, problem: error.message };
  };

/** Opens and reads one source; a feed becomes the stories that it names, each when it comes. */
async function readOrigin(newsroom: Newsroom, origin: Origin, options: SourceOptions): Promise<ReadResults> {
  try {
    const opened = await openSource(origin, options);
    if ("incoming" in opened) return [await readOpened(newsroom, origin, opened)];
    const links = readFeed(opened.feed, opened.base);
    return pMapIterable(links, (link) => readStoryOfFeed(newsroom, urlOrigin(link), options), feedQueue);
  } catch (error) {
    return [failureOf(origin.path)(error)];
  }
}

async function readStoryOfFeed(
  newsroom: Newsroom,
  origin: Origin,
  options: SourceOptions,
): Promise<ReadResult> {
  try {
    const opened = await openSource(origin, options);
    if ("feed" in opened) throw new Unreadable("is a feed within a feed");
    return await readOpened(newsroom, origin, opened);
  } catch (error) {
    return failureOf(origin.path)(error);
  }
}

const readOpened = async (
  newsroom: Newsroom,
  { path }: Origin,
  { incoming }: { readonly incoming: Incoming },
): Promise<ReadResult> => ({ path, story: await readIncoming(newsroom, incoming) });
