import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { exitOn, temporaryFolder } from "#tools/support/leave-nothing.ts";
import { startPostgres } from "#tools/support/postgres.ts";
import { readOptions } from "#tools/support/read-options.ts";
import { generateStories } from "./generate-stories.ts";
import { ingestFolder } from "./ingest-killed.ts";
import { type PageTimes, timePages } from "./time-pages.ts";

/**
 * `npm run scale -- [stories] [--sqlite | --postgres]`: ingests generated
 * stories, is killed in the middle and run again; then compares page times with
 * those of a site of ten stories.
 */
const { values, positionals } = readOptions(
  `Usage: npm run scale [-- [STORIES] [--sqlite | --postgres]]

Ingests that many generated stories, 10,000 when not said, is killed in the middle and run again; then compares page
times with those of a site of ten stories. On both databases, or on the named one.`,
  { sqlite: { type: "boolean" }, postgres: { type: "boolean" } },
);
exitOn("SIGINT", "SIGTERM");
const count = Number(positionals[0] ?? 10_000);
const few = 10;
const dir = await temporaryFolder("verbatim-scale");
const stories = join(dir, "stories");
const small = join(dir, "ten");
await Promise.all([generateStories(stories, count), generateStories(small, few)]);

const rows: Record<string, Record<string, string | number>> = {};
const postgres = values.sqlite === true ? null : await startPostgres();
try {
  if (values.postgres !== true) await measure("SQLite", (name) => ({ DATA_DIR: join(dir, name) }));
  if (postgres !== null) {
    const admin = new pg.Client(postgres.url);
    await admin.connect();
    for (const name of ["many", "few"]) await admin.query(`CREATE DATABASE ${name}`);
    await admin.end();
    await measure("PostgreSQL", (name) => ({
      DATA_DIR: join(dir, `pg-${name}`),
      DATABASE_URL: postgres.url.replace(/\/postgres$/u, `/${name}`),
    }));
  }
  console.table(rows);
} finally {
  await postgres?.server.stop();
  await rm(dir, { recursive: true, force: true });
  if (postgres !== null) await rm(postgres.folder, { recursive: true, force: true });
}

async function measure(database: string, env: (name: string) => Record<string, string>): Promise<void> {
  const killed = await ingestFolder(stories, env("many"), Math.floor(count / 2));
  const rest = await ingestFolder(stories, env("many"));
  const again = await ingestFolder(stories, env("many"));
  await ingestFolder(small, env("few"));
  const [many, ten] = [await timePages(env("many")), await timePages(env("few"))];
  const ratio = (page: keyof PageTimes) =>
    `${many[page].toFixed(1)} ms (${(many[page] / ten[page]).toFixed(2)}×)`;
  rows[database] = {
    stories: many.stories,
    quotations: many.quotations,
    "killed after": killed.told,
    "then ingested": rest.told,
    "ingested twice": killed.told + rest.told - count > 1 ? killed.told + rest.told - count : 0,
    "a second": Math.round((killed.told + rest.told) / (killed.seconds + rest.seconds)),
    "unchanged a second": Math.round(count / again.seconds),
    "database MB": Math.round((await sizeOf(env("many"))) / 1e6),
    front: ratio("front"),
    story: ratio("story"),
    "story, first": ratio("first"),
    list: ratio("list"),
  };
  console.log(`${database}: ${JSON.stringify(rows[database])}`);
}

async function sizeOf({ DATA_DIR = "", DATABASE_URL }: Record<string, string>): Promise<number> {
  if (DATABASE_URL === undefined) return (await stat(join(DATA_DIR, "verbatim.db"))).size;
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  const { rows: sizes } = await client.query("SELECT pg_database_size(current_database()) AS size");
  await client.end();
  return Number(sizes[0].size);
}
