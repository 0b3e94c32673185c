import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from "kysely";
import { databaseFile } from "./backup-sqlite.ts";
import type { Schema, SqliteDatabase } from "./schema.ts";
import { openSqliteFile, type SqliteFile } from "./sqlite-file.ts";

/** How often a transaction asks again for the write lock, with the thread free in between. */
const lockAttempts = 25;

/** Opens `verbatim.db` in a folder, and makes both where they are missing. */
export function openSqlite(dataDir: string): SqliteDatabase {
  mkdirSync(dataDir, { recursive: true });
  const file = openSqliteFile(join(dataDir, databaseFile));
  const db = new Kysely<Schema>({ dialect: new NodeSqliteDialect(file) });
  return {
    kind: "sqlite",
    db,
    reportDb: db,
    assertRoom: () => file.assertRoom(),
    run: <Row>(text: string, parameters: readonly unknown[]) => file.prepare(text).all(parameters) as Row[],
  };
}

/** Kysely's own SQLite dialect over Node's own SQLite. */
class NodeSqliteDialect extends SqliteDialect {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    super({ database: file });
    this.#file = file;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#file);
  }

  override createAdapter(): TransactionalDdlAdapter {
    return new TransactionalDdlAdapter();
  }
}

/** SQLite can roll back schema changes; with that the migrator runs in one transaction, and so under the write lock. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Takes the write lock when a transaction begins: a transaction that reads
 * first and then writes would fail when another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    super({ database: file });
    this.#file = file;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await connection.executeQuery(CompiledQuery.raw("begin immediate"));
        return;
      } catch (error) {
        if (attempt === lockAttempts || !isBusy(error)) throw error;
        await pause(5);
      }
    }
  }

  /** What was committed to a file that was deleted meanwhile is not kept. */
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#file.assertInPlace();
  }

  /** Where the disk is full SQLite has rolled back by itself; to try it once more would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLITE_BUSY, also in its extended forms: another process holds the lock. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && Number(error.errcode) % 256 === 5;
}
