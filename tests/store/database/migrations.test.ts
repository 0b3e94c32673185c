import { sql } from "kysely";
import { expect, test } from "vitest";
import { openPostgres } from "#store/database/postgres.ts";
import { openSqlite } from "#store/database/sqlite.ts";
import { draftOf, silent } from "#tools/support/story-draft.ts";
import { createDatabase, databases } from "../support.ts";

test.each(databases)("on %s, what an older schema holds is there after the upgrade", async (name) => {
  const database = await createDatabase(name);
  const before = await database.open();
  await before.articles.save(draftOf("story"));
  const sample = draftOf("same people");
  const source = "/opt/verbatim/src/samples/same-people.md";
  await before.articles.save({ ...sample, sourceText: { ...sample.sourceText, source } });
  await before.votes.cast({ slug: "story", reader: "ann", answer: "yes", suspicious: false });
  await before.votes.cast({ slug: "story", reader: "ben", answer: "no", suspicious: false });
  await before.close();

  // Back to the first schema.
  const { db, reportDb } =
    database.databaseUrl === null ? openSqlite(database.dataDir) : openPostgres(database.databaseUrl, silent);
  await sql`alter table tally rename column shard to lane`.execute(db);
  await sql`drop table content_version`.execute(db);
  await sql`drop table quoted_name`.execute(db);
  await sql`drop table taken_off`.execute(db);
  await sql`drop table first_start`.execute(db);
  await sql`drop table forgotten_reader`.execute(db);
  for (const column of ["sample", "unpublished_at", "unpublished_why"])
    await sql`alter table article drop column ${sql.ref(column)}`.execute(db);
  await sql`delete from kysely_migration where name <> '0001-ground'`.execute(db);
  await db.destroy();
  await reportDb.destroy();

  const after = await database.open();
  await expect(after.ready()).resolves.toBeUndefined();
  expect(await after.votes.state("story", "ann")).toEqual({ tally: { yes: 1, no: 1 }, mine: "yes" });
  await after.votes.cast({ slug: "story", reader: "ann", answer: "no", suspicious: false });
  expect((await after.votes.state("story", null)).tally).toEqual({ yes: 0, no: 2 });
  expect((await after.articles.further("story"))?.sameNames).toMatchObject([
    { article: { slug: "same people" }, speakers: [{ name: "Ines Marlow" }] },
  ]);
  expect(await after.publication.samples()).toEqual(["same people"]);
  expect(await after.publication.areSamplesWelcome()).toBe(false);
  await after.votes.forget("ann");
  const replayed = { slug: "story", reader: "ann", answer: "yes", suspicious: false, byKey: true } as const;
  expect(await after.votes.cast(replayed)).toEqual({ tally: { yes: 0, no: 1 }, mine: null });
  const version = await after.articles.version();
  await after.articles.save(draftOf("story", { revision: 2 }));
  expect(await after.articles.version()).toBeGreaterThan(version);
  await after.close();
  await database.drop();
});
