import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { openStore } from "#store/open-store.ts";
import type { Log, Store } from "#store/store.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { imagesDirOf } from "./data-folder.ts";
import { openTerminal } from "./terminal.ts";

/** What most commands work with. */
export interface Workspace {
  readonly store: Store;
  readonly dataDir: string;
  /** Where pictures are stored, and the server finds them. */
  readonly imagesDir: string;
  readonly siteUrl: string;
}

/** Opens what the environment names. */
export async function openWorkspace({ env, cwd, streams }: Context): Promise<Workspace> {
  const config = readConfig(env, cwd);
  const siteUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const { say } = openTerminal(streams);
  // Commands tell of their own work; only warnings of the store are worth a line.
  const log: Log = { info: () => {}, warn: (_, message) => say(message) };
  const store = await openConfiguredStore(config, siteUrl, log);
  return { store, dataDir: config.dataDir, imagesDir: imagesDirOf(config), siteUrl };
}

/** Opens the store that the settings name. What is wrong with it is told in one line that names the variable. */
export async function openConfiguredStore(
  { databaseUrl, dataDir }: Pick<Config, "databaseUrl" | "dataDir">,
  siteUrl: string,
  log: Log,
): Promise<Store> {
  if (databaseUrl === null) makeDataDir(dataDir);
  try {
    return await openStore({ databaseUrl, dataDir, siteUrl, log });
  } catch (error) {
    const problem = databaseUrl === null ? problemOfFolder(error) : problemOfServer(error);
    throw problem === null ? error : new ConfigError(problem, { cause: error });
  }
}

const noFolder = "DATA_DIR must be a folder that this user may write in";

/** SQLITE_READONLY, SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_NOTADB: https://sqlite.org/rescode.html. */
const sqliteProblems: ReadonlyMap<number, string> = new Map([
  [8, "DATA_DIR holds a verbatim.db that this user may not write to"],
  [13, "DATA_DIR is on a disk that is full"],
  [14, noFolder],
  [26, "DATA_DIR holds a verbatim.db that is no database"],
]);

function problemOfFolder(error: unknown): string | null {
  if (!(error instanceof Error && "errcode" in error)) return null;
  return sqliteProblems.get(Number(error.errcode) % 256) ?? null;
}

/** Connections that fail, and what PostgreSQL refuses by name: its classes 28 (who you are) and 3D (which database). */
function problemOfServer(error: unknown): string | null {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return null;
  const code = "code" in first ? String(first.code) : "";
  const isAway = "syscall" in first || /timeout|terminated/iu.test(first.message);
  if (!isAway && !/^(?:28|3D|57P)/u.test(code)) return null;
  return `DATABASE_URL names a database that cannot be opened: ${first.message.split("\n")[0]}`;
}

/** Makes the data folder where it is missing. ConfigError where there can be none that this user may write in. */
export function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
  } catch (cause) {
    throw new ConfigError(noFolder, { cause });
  }
}

/** Not by `recursive`, which tries forever where the parent is there and still takes no folder (`/proc`). */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
