import { Migrator } from "kysely/migration";
import { migrations } from "./migrations.ts";
import type { Database } from "./schema.ts";

/**
 * Brings the database to the newest schema.
 *
 * Safe when several servers start at once: PostgreSQL's advisory lock, or
 * SQLite's write lock, lets one of them do it while the others wait and then
 * find nothing to do. Each run is one transaction.
 */
export async function migrate({ patient, kind }: Database): Promise<void> {
  const provider = { getMigrations: async () => migrations(kind) };
  const { error } = await new Migrator({ db: patient, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}
