import { type Stats, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { SqliteDatabase, SqliteStatement } from "kysely";
import { Unwritable } from "./failures.ts";
import { latestMigration } from "./migrations.ts";

/** How long SQLite itself waits for another process's write; the thread stands still meanwhile. */
const busyMilliseconds = 200;

/** What a full batch of votes may add to the log: some 250 pages. */
const batchBytes = 2 ** 20;

/** Node's database in the shape that Kysely knows, each statement prepared once. */
export interface SqliteFile extends SqliteDatabase {
  /** SQLite ends a transaction by itself when the disk is full. */
  readonly isTransaction: boolean;
  /** @throws Unwritable when there is no room left for a full batch of votes */
  assertRoom(): void;
  /** @throws Unwritable when what was written went to files that are no longer the ones at the path */
  assertInPlace(): void;
}

/** An open file, and which files stood at its path then. */
interface Opened {
  readonly database: DatabaseSync;
  readonly files: string;
}

/**
 * Opens a database file, and makes it where it is missing.
 *
 * A file that is deleted stays open: SQLite would go on writing to what nobody
 * will ever read again. So before each transaction, and before each statement
 * outside of one, the path is looked at (some microseconds): as long as nothing
 * stands there, every statement fails; another file, such as a backup that was
 * put back, is opened in its place.
 */
export function openSqliteFile(path: string): SqliteFile {
  let opened: Opened | null = open(path, new DatabaseSync(path, options));
  const prepared = new Map<string, SqliteStatement>();

  function current(): DatabaseSync {
    if (opened !== null && (opened.database.isTransaction || opened.files === filesAt(path))) {
      return opened.database;
    }
    if (fileAt(path) === null) throw new Unwritable(`the database file ${path} is gone`);
    if (opened !== null) letGo(opened.database);
    opened = null;
    prepared.clear();
    opened = reopen(path);
    return opened.database;
  }

  return {
    get isTransaction() {
      return opened?.database.isTransaction ?? false;
    },
    assertInPlace: () => {
      if (opened?.files !== filesAt(path)) {
        throw new Unwritable(`the database file ${path} was deleted or replaced`);
      }
    },
    assertRoom: () => {
      const { bavail, bsize } = statfsSync(dirname(path));
      if (bavail * bsize < batchBytes) throw new Unwritable("the disk is full");
    },
    close: () => opened?.database.close(),
    prepare: (text) => {
      const database = current();
      const known = prepared.get(text);
      if (known !== undefined) return known;
      const statement = asStatement(database.prepare(text));
      // Multi-row inserts make a text for every number of rows: keep what is used, within bounds.
      if (prepared.size === 200) prepared.clear();
      prepared.set(text, statement);
      return statement;
    },
  };
}

const options = { timeout: 5_000, enableForeignKeyConstraints: true };

/**
 * Puts what the log holds into the file that it belongs to, wherever that is
 * now, and leaves an empty log: SQLite would read it as that of the new file.
 */
function letGo(database: DatabaseSync): void {
  const { busy } = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get() ?? {};
  if (busy !== 0)
    throw new Unwritable("the database file was replaced while another process reads the old one");
  database.close();
}

/** Another file than the one that was opened first; never makes one. */
function reopen(path: string): Opened {
  const address = pathToFileURL(path);
  address.searchParams.set("mode", "rw");
  const database = new DatabaseSync(address, options);
  try {
    database.prepare("select name from kysely_migration where name = ?").get(latestMigration) ?? refuse();
    return open(path, database);
  } catch (error) {
    database.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unwritable(`the database file ${path} was replaced by one that cannot be used: ${reason}`);
  }
}

function refuse(): never {
  throw new Error("it is another version's; a restart brings it to this one's");
}

/**
 * WAL with `synchronous=FULL` syncs the log at every commit: what was
 * committed survives a crash of the process and of the machine.
 */
function open(path: string, database: DatabaseSync): Opened {
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  database.exec("PRAGMA cache_size = -65536");
  database.exec("PRAGMA wal_autocheckpoint = 8000");
  database.exec(`PRAGMA busy_timeout = ${busyMilliseconds}`);
  // The log is opened, and made where it is missing, by the first statement that reads.
  database.prepare("select count(*) from sqlite_schema").get();
  return { database, files: filesAt(path) };
}

/** Which files stand at a database's path: itself, and its log. */
function filesAt(path: string): string {
  return `${identityOf(fileAt(path))} ${identityOf(fileAt(`${path}-wal`))}`;
}

const fileAt = (path: string): Stats | null => statSync(path, { throwIfNoEntry: false }) ?? null;
const identityOf = (file: Stats | null): string => (file === null ? "none" : `${file.dev}:${file.ino}`);

function asStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
