import { rm } from "node:fs/promises";
import { inject } from "vitest";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { temporaryFolder } from "#tools/support/leave-nothing.ts";
import { createPostgresDatabase } from "#tools/support/postgres.ts";
import { silent } from "#tools/support/story-draft.ts";

/** What tests run against: the same promises on both. */
export const databases = ["SQLite", "PostgreSQL"] as const;
export type DatabaseName = (typeof databases)[number];

/** An empty database that stores are opened on. */
export interface TestDatabase {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  open(options?: { readonly now?: () => number; readonly databaseUrl?: string }): Promise<Store>;
  drop(): Promise<void>;
}

/** Makes an empty database of its own. */
export async function createDatabase(name: DatabaseName): Promise<TestDatabase> {
  const dataDir = await temporaryFolder("verbatim-store");
  const databaseUrl = name === "SQLite" ? null : await createPostgresDatabase(inject("postgresUrl"));
  return {
    databaseUrl,
    dataDir,
    open: (options = {}) =>
      openStore({ databaseUrl, dataDir, siteUrl: "https://paper.example", log: silent, ...options }),
    drop: () => rm(dataDir, { recursive: true, force: true }),
  };
}
