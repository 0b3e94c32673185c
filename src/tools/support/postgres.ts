import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmod, chown, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { endWithUs, temporaryFolder } from "./leave-nothing.ts";
import { openFolder, type Programs, postgresPrograms } from "./postgres-programs.ts";

const password = "verbatim";

export interface PostgresServer {
  /** Starts it again on the same port and files. */
  start(): Promise<void>;
  /** A fast shutdown: connections are cut, what was committed is written. */
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL of its own, with its files in a temporary folder. It
 * refuses to run as root, so root's runs as the user that every system has for
 * what needs no rights.
 */
export async function startPostgres(): Promise<{ url: string; server: PostgresServer; folder: string }> {
  const user = process.getuid?.() === 0 ? await idsOf("nobody") : null;
  const folder = await temporaryFolder("verbatim-postgres", user === null ? undefined : await openFolder());
  const programs = await postgresPrograms(folder, user !== null);
  if (user !== null) await chmod(folder, 0o755);
  const port = await freePort();
  await initialise(programs, folder, user);
  const server = serverOn(programs, folder, port, user);
  await server.start();
  return { url: `postgres://verbatim:${password}@127.0.0.1:${port}/postgres`, server, folder };
}

interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

async function idsOf(name: string): Promise<UserIds> {
  const id = async (flag: string) => Number((await promisify(execFile)("id", [flag, name])).stdout);
  return { uid: await id("-u"), gid: await id("-g") };
}

/** PostgreSQL's own words in English, whatever the machine speaks. */
const env = { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" };

async function initialise({ initdb }: Programs, folder: string, user: UserIds | null): Promise<void> {
  const [database, passwordFile] = [join(folder, "db"), join(folder, "password")];
  await mkdir(database);
  await writeFile(passwordFile, password);
  if (user !== null) await chown(database, user.uid, user.gid);
  await promisify(execFile)(
    initdb,
    [
      `--pgdata=${database}`,
      "--username=verbatim",
      `--pwfile=${passwordFile}`,
      "--auth=password",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ],
    { ...user, env, cwd: folder },
  );
}

function serverOn(
  { postgres }: Programs,
  folder: string,
  port: number,
  user: UserIds | null,
): PostgresServer {
  let child: ChildProcess | null = null;
  return {
    start: async () => {
      // It would put its socket where the system's own one has it, and it is asked over TCP alone.
      const args = ["-D", join(folder, "db"), "-p", String(port), "-c", "unix_socket_directories="];
      const started = spawn(postgres, args, {
        ...user,
        env,
        cwd: folder,
        stdio: ["ignore", "ignore", "pipe"],
      });
      // Its immediate shutdown, which gives shared memory back as well.
      endWithUs(started, "SIGQUIT");
      child = started;
      await ready(started);
    },
    stop: async () => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGINT");
      await ended;
    },
  };
}

/** Resolves when a starting server takes connections; rejects with its last words when it ends instead. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    if (child.stderr === null) throw new Error("the server's messages are not piped");
    createInterface({ input: child.stderr }).on("line", (line) => {
      said.splice(0, said.length - 20);
      said.push(line);
      if (line.includes("database system is ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", (status) => reject(new Error(`PostgreSQL ended with ${status}: ${said.join("\n")}`)));
  });
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
