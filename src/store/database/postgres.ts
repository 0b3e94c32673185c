import { Kysely, PostgresAdapter, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";
import type { Log } from "#store/store.ts";
import type { PostgresDatabase, Schema } from "./schema.ts";

/** PostgreSQL's type number of bigint, which `pg` reads as text because it may exceed a number; ours are counts and instants. */
const bigintType = 20;

/** What every connection is opened with. */
const common: pg.PoolConfig = {
  // Connecting gives up in time for readiness to answer within five seconds.
  connectionTimeoutMillis: 4_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  types: {
    getTypeParser: (type: number, format?: "text" | "binary") =>
      type === bigintType ? Number : pg.types.getTypeParser(type, format ?? "text"),
  } as pg.CustomTypesConfig,
};

/** Nothing that a reader waits for may hang on a database that has fallen silent. */
const forRequests: pg.PoolConfig = { max: 10, query_timeout: 4_500, onConnect: prepareSession };

/**
 * The connections that lead to a server process of their own. Behind a pooler
 * (pgbouncer in transaction mode) each transaction may get another process,
 * shared with others: what is set in it, or prepared under a name, is somebody
 * else's next. A pooler also makes up the process number that it tells at the
 * start, and by that it is known; whatever else does so is treated as one.
 */
const direct = new WeakSet<object>();

/** What the server's processes stop by themselves; not asked for as connections begin, because poolers refuse that. */
const timeouts = "set statement_timeout = 4000; set idle_in_transaction_session_timeout = 10000";

async function prepareSession(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  if (!("processID" in client) || client.processID !== rows[0]?.pid) return;
  direct.add(client);
  await client.query(timeouts);
  // A batch of any size has the same plan, and making one costs up to a quarter of a small batch.
  // PostgreSQL would make it anew each time; a cluster that knows no such setting does as it does.
  await client.query("set plan_cache_mode = force_generic_plan").catch(() => undefined);
}

/** Reports and migrations take their time, one at a time, on a connection that is let go right after. */
const forReports: pg.PoolConfig = { max: 1, idleTimeoutMillis: 500 };

/** Opens connections to a PostgreSQL, or to a cluster that speaks as one. They are made when first needed. */
export function openPostgres(databaseUrl: string, log: Log): PostgresDatabase {
  const pool = (config: pg.PoolConfig) =>
    new Kysely<Schema>({
      dialect: new PooledPostgresDialect({
        pool: discardBroken(
          logBreaks(new pg.Pool({ connectionString: databaseUrl, ...common, ...config }), log),
        ),
      }),
    });
  return { kind: "postgres", db: pool(forRequests), reportDb: pool(forReports) };
}

/**
 * Kysely's own dialect, but migrations lock by their transaction alone: Kysely
 * locks by the session, and behind a pooler would let go in another one.
 */
class PooledPostgresDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new TransactionLockAdapter();
  }
}

class TransactionLockAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/** The same pool, but a connection that breaks is logged and replaced instead of ending the process. */
function logBreaks(pool: pg.Pool, log: Log): pg.Pool {
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection broke"));
  // A connection can also break while it is lent out, where the pool does not listen.
  pool.on("connect", (client) =>
    client.on("error", (error) => log.warn({ err: error }, "a database connection broke")),
  );
  return pool;
}

/**
 * The same pool, but a connection that fails in any other way than by the
 * server's own error is not lent out again: behind a network that swallows
 * packets it would look alive, and let every later query wait in vain.
 *
 * Nor is any that was made before one was found to be read-only: a session
 * stays as the server was when it began, and after a failover the same address
 * may lead to another server.
 */
function discardBroken(pool: pg.Pool): PostgresPool {
  // One for each connection: Kysely knows a connection that it has had before, and need not take it in again.
  const clients = new WeakMap<pg.PoolClient, { readonly client: PostgresPoolClient; readonly era: number }>();
  let era = 0;
  const isReadOnly = () => {
    era += 1;
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      for (;;) {
        const connection = await pool.connect();
        const known = clients.get(connection) ?? { client: clientOf(connection, isReadOnly), era };
        clients.set(connection, known);
        if (known.era === era) return known.client;
        connection.release(true);
      }
    },
  };
}

/** SQLSTATE read_only_sql_transaction. */
const readOnly = "25006";

function clientOf(connection: pg.PoolClient, isReadOnly: () => void): PostgresPoolClient {
  let broken: unknown = null;
  const query = async (text: string, parameters?: readonly unknown[]) => {
    if (broken !== null) throw broken;
    try {
      return await connection.query({
        ...(direct.has(connection) ? planned(text) : {}),
        text,
        values: [...(parameters ?? [])],
      });
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) broken = error;
      else if (error.code === readOnly) isReadOnly();
      throw error;
    }
  };
  return {
    // Kysely's type has a second form, for cursors, which nothing here uses.
    query: query as never,
    release: (discard) => connection.release(discard === true || broken !== null),
  };
}

/** The statements that batches of readers run, by their text: a handful, because a batch of any size has one text. */
const names = new Map<string, string>();

/**
 * A name for a statement that is to be planned once a connection instead of
 * once a run: those that begin with WITH, which is to say the batches. Their
 * plans cost more than they do.
 */
function planned(text: string): { readonly name?: string } {
  if (!/^\s*with\b/.test(text)) return {};
  const name = names.get(text) ?? `verbatim-${names.size + 1}`;
  names.set(text, name);
  return { name };
}
