import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from "kysely";
import { databaseFile } from "./backup-sqlite.ts";
import type { SqliteDatabase as OpenSqlite, Schema } from "./schema.ts";

/** How long SQLite itself waits for another process's write; the thread stands still meanwhile. */
const busyMilliseconds = 200;
/** How often a transaction asks again for the write lock, with the thread free in between. */
const lockAttempts = 25;

/**
 * Opens `verbatim.db` in a folder, and makes both where they are missing.
 *
 * WAL with `synchronous=FULL` syncs the log at every commit: what was
 * committed survives a crash of the process and of the machine.
 */
export function openSqlite(dataDir: string): OpenSqlite {
  mkdirSync(dataDir, { recursive: true });
  const file = new DatabaseSync(join(dataDir, databaseFile), {
    timeout: 5_000,
    enableForeignKeyConstraints: true,
  });
  file.exec("PRAGMA journal_mode = WAL");
  file.exec("PRAGMA synchronous = FULL");
  file.exec("PRAGMA cache_size = -65536");
  file.exec("PRAGMA wal_autocheckpoint = 8000");
  file.exec(`PRAGMA busy_timeout = ${busyMilliseconds}`);
  const database = asKyselyExpects(file);
  const db = new Kysely<Schema>({ dialect: new NodeSqliteDialect(database) });
  return {
    kind: "sqlite",
    db,
    reportDb: db,
    run: <Row>(text: string, parameters: readonly unknown[]) =>
      database.prepare(text).all(parameters) as Row[],
  };
}

/** Kysely's own SQLite dialect over Node's own SQLite. */
class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver({ database: this.#database });
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
}

/** SQLITE_BUSY, also in its extended forms: another process holds the lock. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && Number(error.errcode) % 256 === 5;
}

/** Node's database in the shape that Kysely knows, each statement prepared once. */
function asKyselyExpects(file: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => file.close(),
    prepare: (text) => {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      const statement = asStatement(file.prepare(text));
      // Multi-row inserts make a text for every number of rows: keep what is used, within bounds.
      if (prepared.size === 200) prepared.clear();
      prepared.set(text, statement);
      return statement;
    },
  };
}

function asStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
