import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "./free-port.ts";

/** A running pgbouncer, in transaction mode. */
export interface Pooler {
  /** The same database, through the pooler. */
  readonly url: string;
  stop(): Promise<void>;
}

/** pgbouncer refuses to run as root: then it is nobody. */
const nobody = 65_534;

const folders = ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

/** Debian's pgbouncer, or what else is installed; null where there is none. */
export const pgbouncer: string | null =
  folders.map((folder) => join(folder, "pgbouncer")).find(isRunnable) ?? null;

/** Starts the pooler before a database: at most `size` connections to it, each lent out for a transaction. */
export async function startPooler(databaseUrl: string, size: number): Promise<Pooler> {
  if (pgbouncer === null) throw new Error("pgbouncer is not installed");
  const database = new URL(databaseUrl);
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "verbatim-pgbouncer-"));
  const file = join(folder, "pgbouncer.ini");
  const { hostname, port: server, username, password } = database;
  await writeFile(
    file,
    `[databases]
* = host=${hostname} port=${server} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${size}
server_login_retry = 1
`,
  );
  const isRoot = process.getuid?.() === 0;
  await chmod(folder, 0o755);
  if (isRoot) await chown(file, nobody, nobody);
  const child = spawn(pgbouncer, [file], {
    stdio: ["ignore", "ignore", "pipe"],
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes("process up")) break;
  }
  if (child.exitCode !== null) throw new Error("pgbouncer did not start");
  // What it goes on saying must not fill the pipe.
  child.stderr.resume();
  return {
    url: Object.assign(new URL(databaseUrl), { port: String(port) }).href,
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
