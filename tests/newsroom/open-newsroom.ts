import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Decision } from "#model/correction.ts";
import { type Ingested, ingest, type Newsroom, readAgain } from "#newsroom/ingest.ts";
import { type Readers, readHere } from "#newsroom/open-readers.ts";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";

/** A newsroom over a database of its own, and the shortest ways to use it. */
export interface TestNewsroom {
  readonly store: Store;
  readonly dir: string;
  /** Ingests a Markdown or plain text under a path. */
  bring(
    text: string,
    source?: string | null,
    how?: { slug?: string; dryRun?: boolean; readers?: Readers },
  ): Promise<Ingested>;
  correct(slug: string, decision: Decision, wording?: string | null): Promise<Ingested>;
  undo(slug: string, number: number): Promise<Ingested>;
  close(): Promise<void>;
}

export async function openNewsroom(): Promise<TestNewsroom> {
  const dir = await mkdtemp(join(tmpdir(), "verbatim-newsroom-"));
  const quiet = { info: () => {}, warn: () => {} };
  const store = await openStore({
    databaseUrl: null,
    dataDir: dir,
    siteUrl: "https://news.example",
    log: quiet,
  });
  let minutes = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, minutes++)).toISOString();
  const newsroom: Newsroom = { store, readers: readHere, now, dryRun: false };
  return {
    store,
    dir,
    bring: (text, source = "/stories/story.md", how = {}) =>
      ingest(
        { ...newsroom, dryRun: how.dryRun ?? false, readers: how.readers ?? readHere },
        {
          sourceText: { source, format: text.startsWith("---\n") ? "markdown" : "text", text, overrides: {} },
          slug: how.slug ?? null,
          picture: null,
          pictureOf: async () => null,
        },
      ),
    async correct(slug, decision, wording = null) {
      await store.corrections.add(slug, { decision, wording, madeAt: now(), origin: "editor" });
      return readAgain(newsroom, slug);
    },
    async undo(slug, number) {
      await store.corrections.undo(slug, number);
      return readAgain(newsroom, slug);
    },
    async close() {
      await store.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
