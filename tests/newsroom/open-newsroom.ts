import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Decision } from "#model/correction.ts";
import { ingest, readAgain } from "#newsroom/ingest/ingest.ts";
import { ingestAll, type Outcome } from "#newsroom/ingest/ingest-all.ts";
import type { Ingested, Newsroom } from "#newsroom/newsroom.ts";
import { type Readers, readHere } from "#newsroom/reading/open-readers.ts";
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
  /** Ingests many texts by their paths, as from a folder. */
  bringAll(texts: Readonly<Record<string, string>>): Promise<readonly Outcome[]>;
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
    async bringAll(texts) {
      const origins = Object.keys(texts).map((path) => ({
        kind: "file" as const,
        path,
        source: join(dir, path),
      }));
      for (const { path, source } of origins) {
        await mkdir(dirname(source), { recursive: true });
        await writeFile(source, texts[path] ?? "");
      }
      const nothing = async () => Promise.reject(new Error("these texts are files"));
      const opening = {
        fetchPage: nothing,
        readInput: nothing,
        imagesDir: null,
        slug: null,
        picture: null,
        overrides: {},
      };
      const outcomes: Outcome[] = [];
      for await (const outcome of ingestAll(newsroom, origins, opening, 4)) outcomes.push(outcome);
      return outcomes;
    },
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
