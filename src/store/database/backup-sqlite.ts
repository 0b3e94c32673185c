import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";

/** More pages than any database has: what SQLite copies in one step it copies as of one moment. */
const allPages = 2 ** 31 - 1;

/**
 * Copies the embedded database of a folder to a new file, while servers and
 * commands write to it: all that was committed before, nothing by half. In one
 * step, because between two SQLite begins anew whenever somebody has written,
 * which under load is always; nobody who writes waits for it.
 *
 * @see https://sqlite.org/backup.html
 * @throws what SQLite says of a folder that holds no database
 */
export async function backupSqlite(dataDir: string, path: string): Promise<void> {
  const source = new DatabaseSync(join(dataDir, databaseFile), { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, path, { rate: allPages });
  } finally {
    source.close();
  }
}

/** The embedded database's name in its folder. */
export const databaseFile = "verbatim.db";
