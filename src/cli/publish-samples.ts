import { ingest } from "#newsroom/ingest/ingest.ts";
import type { Newsroom } from "#newsroom/newsroom.ts";
import { readHere } from "#newsroom/reading/open-readers.ts";
import { listSources } from "#newsroom/sources/list-sources.ts";
import { openSource } from "#newsroom/sources/open-source.ts";
import { samples } from "#samples/samples.ts";
import type { Store } from "#store/store.ts";

/**
 * Publishes the sample stories into a store that has never held anything of the
 * publisher's: all of them, though an earlier start was interrupted at them, and
 * once.
 */
export async function publishSamples(store: Store, imagesDir: string): Promise<void> {
  const { publication } = store;
  if (!(await publication.areSamplesWelcome())) return;
  const nothing = async () =>
    Promise.reject(new Error("samples are files, and have their pictures beside them"));
  const options = {
    fetchPage: nothing,
    readInput: nothing,
    imagesDir,
    slug: null,
    picture: null,
    overrides: {},
  };
  const newsroom: Newsroom = {
    store,
    readers: readHere,
    now: () => new Date().toISOString(),
    dryRun: false,
    areSamples: true,
  };
  for await (const origin of listSources(samples, "/")) {
    const opened = await openSource(origin, options);
    if ("incoming" in opened) await ingest(newsroom, opened.incoming);
  }
  await publication.refuseSamples();
}
