import { fileURLToPath } from "node:url";
import { ingest } from "#newsroom/ingest/ingest.ts";
import { readHere } from "#newsroom/reading/open-readers.ts";
import { listSources } from "#newsroom/sources/list-sources.ts";
import { openSource } from "#newsroom/sources/open-source.ts";
import type { Store } from "#store/store.ts";

const folder = fileURLToPath(new URL("../samples", import.meta.url));

/** Publishes the sample stories, if nothing else is published. */
export async function ingestSamples(store: Store, imagesDir: string, now: () => string): Promise<void> {
  const { articles } = await store.articles.list({ limit: 1, cursor: null });
  if (articles.length > 0) return;
  const newsroom = { store, readers: readHere, now, dryRun: false };
  for await (const origin of listSources([folder], folder)) {
    const opened = await openSource(origin, {
      fetchPage: async () => Promise.reject(new Error("samples fetch nothing")),
      readInput: async () => new Uint8Array(),
      imagesDir,
      slug: null,
      picture: null,
      overrides: {},
    });
    if ("incoming" in opened) await ingest(newsroom, opened.incoming);
  }
}
