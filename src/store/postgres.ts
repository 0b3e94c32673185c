import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database, Schema } from "./schema.ts";
import type { Log } from "./store.ts";

/** PostgreSQL's type number of bigint, which `pg` reads as text because it may exceed a number; ours are counts and instants. */
const bigintType = 20;

/**
 * Opens a pool of connections to a PostgreSQL or a cluster that speaks as one.
 *
 * Nothing waits for a database that is away: connecting gives up after four
 * seconds and a statement after five. A connection that breaks is logged and
 * replaced; it never ends the process.
 */
export function openPostgres(databaseUrl: string, log: Log): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 4_000,
    statement_timeout: 5_000,
    query_timeout: 6_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    types: {
      getTypeParser: (type: number, format?: "text" | "binary") =>
        type === bigintType ? Number : pg.types.getTypeParser(type, format ?? "text"),
    } as pg.CustomTypesConfig,
  });
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection broke"));
  // A connection can also break while it is lent out, where the pool does not listen.
  pool.on("connect", (client) =>
    client.on("error", (error) => log.warn({ err: error }, "a database connection broke")),
  );
  return { kind: "postgres", db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }) };
}
