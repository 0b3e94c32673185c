import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { exitOn } from "#tools/support/leave-nothing.ts";
import { startPostgres } from "#tools/support/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a running PostgreSQL's maintenance database. */
    readonly postgresUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The runner sees to SIGINT itself.
  exitOn("SIGTERM");
  const { url, server, folder } = await startPostgres();
  project.provide("postgresUrl", url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
