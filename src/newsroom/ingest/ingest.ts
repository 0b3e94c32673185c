import type { Incoming, Ingested, Newsroom } from "#newsroom/newsroom.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { pictureBefore, readIncoming } from "./read-incoming.ts";
import { openSaveQueue } from "./save-queue.ts";

/** Reads and saves one source. Rejects with Unreadable. */
export async function ingest(newsroom: Newsroom, incoming: Incoming): Promise<Ingested> {
  const { saved } = await openSaveQueue(newsroom).add(await readIncoming(newsroom, incoming));
  return saved;
}

/**
 * Reads a published story's own text again, under the corrections that hold
 * now, and publishes what changes. Rejects with Unreadable when no story of
 * that slug is kept.
 */
export async function readAgain(newsroom: Newsroom, slug: string): Promise<Ingested> {
  const previous = await newsroom.store.articles.published(slug);
  if (previous === null) throw new Unreadable(`is no story: ${slug}`);
  const { sourceText } = previous;
  const read = await newsroom.readers.read({ ...sourceText, lang: sourceText.overrides.lang ?? null });
  const picture = pictureBefore(previous);
  const incoming: Incoming = { sourceText, slug, picture: null, pictureOf: async () => picture };
  const { saved } = await openSaveQueue(newsroom).add({ incoming, read, picture, same: null, warnings: [] });
  return saved;
}
