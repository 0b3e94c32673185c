import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { startPostgres } from "#tools/support/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a running PostgreSQL's maintenance database. */
    readonly postgresUrl: string;
  }
}

/**
 * The package ends a process that has nothing left to do by itself, and with status 0 whatever the tests said
 * (async-exit-hook, on `beforeExit`): ours comes first, with the status that the runner set.
 */
function keepStatus(): void {
  process.prependListener("beforeExit", () => process.exit());
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, server, folder } = await startPostgres();
  keepStatus();
  project.provide("postgresUrl", url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
