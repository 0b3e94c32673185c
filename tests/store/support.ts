import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { Article, Quotation } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import { openStore } from "#store/open-store.ts";
import type { RevisionDraft, Store } from "#store/store.ts";

/** What tests run against: the same promises on both. */
export const databases = ["SQLite", "PostgreSQL"] as const;
export type DatabaseName = (typeof databases)[number];

export const silent = { info: () => {}, warn: () => {} };

/** An empty database that stores are opened on. */
export interface TestDatabase {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  open(options?: { readonly now?: () => number; readonly databaseUrl?: string }): Promise<Store>;
  drop(): Promise<void>;
}

/** Makes an empty database of its own. */
export async function createDatabase(name: DatabaseName): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "verbatim-store-"));
  const databaseUrl = name === "SQLite" ? null : await createPostgresDatabase(inject("postgresUrl"));
  return {
    databaseUrl,
    dataDir,
    open: (options = {}) =>
      openStore({ databaseUrl, dataDir, siteUrl: "https://paper.example", log: silent, ...options }),
    drop: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/** Makes an empty database on a running PostgreSQL; its address. */
export async function createPostgresDatabase(postgresUrl: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href;
}

/** A small story with one quotation. */
export function articleOf(slug: string, changes: Partial<Article> = {}): Omit<Article, "url"> {
  return {
    slug,
    revision: 1,
    headline: `Headline of ${slug}`,
    description: null,
    datePublished: "2026-03-04",
    dateModified: "2026-03-04T09:00:00.000Z",
    author: "Ada Pell",
    publisher: null,
    inLanguage: "en-GB",
    image: null,
    blocks: [
      {
        id: "b1",
        type: "paragraph",
        text: "“Nothing is lost,” said Ines Marlow.",
        inlines: [],
        level: null,
        ordered: null,
      },
    ],
    speakers: [{ id: "s1", name: "Ines Marlow", role: null, kind: "person", introduced: null }],
    quotations: [quotation],
    ...changes,
  };
}

export const quotation: Quotation = {
  id: "abcdefgh2345",
  kind: "direct",
  statement: 1,
  speaker: "s1",
  text: "Nothing is lost,",
  segments: [{ block: "b1", start: 1, end: 17 }],
  cue: "said",
  confidence: 0.9,
  attributedBy: "engine",
};

export function permalinkOf(own: Quotation): Permalink {
  return {
    state: "verbatim",
    quotation: own,
    speaker: { id: "s1", name: "Ines Marlow", role: null, kind: "person", introduced: null },
    successor: null,
    diff: null,
    history: [
      { revision: 1, date: "2026-03-04T09:00:00.000Z", event: "published", speaker: null, text: own.text },
    ],
  };
}

/** The draft of a story as the newsroom would hand it over. */
export function draftOf(slug: string, changes: Partial<Article> = {}): RevisionDraft {
  const article = articleOf(slug, changes);
  return {
    article,
    sourceText: { source: `stories/${slug}.txt`, format: "text", text: "…", overrides: {} },
    permalinks: article.quotations.map(permalinkOf),
    change: {
      revision: article.revision,
      date: article.dateModified,
      quotations: article.quotations.map(({ id, text }) => ({
        id,
        state: "added",
        speaker: "Ines Marlow",
        text,
        successor: null,
        diff: null,
      })),
    },
  };
}
