import { openStore } from "#store/open-store.ts";
import type { Log, Store } from "#store/store.ts";
import { type Config, ConfigError } from "./config.ts";
import { makeDataDir } from "./make-data-dir.ts";

/** SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_READONLY: https://sqlite.org/rescode.html. */
const sqliteProblems: ReadonlyMap<number, string> = new Map([
  [8, "DATA_DIR must be a folder that this user may write in"],
  [14, "DATA_DIR must be a folder that this user may write in"],
  [26, "DATA_DIR holds a verbatim.db that is no database"],
]);

/** Opens the store that the settings name. What is wrong with it is told in one line that names the variable. */
export async function openNamedStore(
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
