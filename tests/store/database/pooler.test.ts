import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Store } from "#store/store.ts";
import { pgbouncer, startPooler } from "#tools/support/pgbouncer.ts";
import { draftOf } from "#tools/support/story-draft.ts";
import { createDatabase } from "../support.ts";

if (pgbouncer === null) console.warn("Skipped: a pooler before PostgreSQL. pgbouncer is not installed.");

describe.skipIf(pgbouncer === null)("behind pgbouncer, a transaction at a time", () => {
  async function openPooled() {
    const database = await createDatabase("PostgreSQL");
    const pooler = await startPooler(database.databaseUrl ?? "", 3);
    const stores: Store[] = [];
    onTestFinished(async () => {
      await Promise.all(stores.map((store) => store.close()));
      await pooler.stop();
      await database.drop();
    });
    const open = async () => {
      const store = await database.open({ databaseUrl: pooler.url });
      stores.push(store);
      return store;
    };
    return { open, direct: database };
  }

  const castAll = (store: Store, from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, number) =>
        store.votes.cast({ slug: "story", reader: `r${from + number}`, answer: "yes", suspicious: false }),
      ),
    );

  test("servers start, start again and save beside each other, and every vote counts once", async () => {
    const { open } = await openPooled();
    const [one, other] = await Promise.all([open(), open(), open(), open()]);
    await one.articles.save(draftOf("story"));
    await Promise.all([
      castAll(one, 0, 700),
      castAll(other, 300, 1_000),
      other.articles.save(draftOf("next")),
    ]);
    const later = await open();
    await Promise.all([
      castAll(later, 0, 1_000),
      castAll(one, 0, 1_000),
      later.votes.cast({ slug: "story", reader: "r5", answer: null, suspicious: false }),
    ]);
    for (const store of [one, other, later]) await expect(store.ready()).resolves.toBeUndefined();
    const { tally } = await other.votes.state("story", null);
    const days = await later.votes.results({ slug: "story", perDay: true });
    expect(days.reduce((total, { yes }) => total + yes, 0)).toBe(tally.yes);
    expect([999, 1_000]).toContain(tally.yes);
  });

  test("nothing that one server sets stays on for the next", async () => {
    const { open, direct } = await openPooled();
    const store = await open();
    await store.articles.save(draftOf("story"));
    await castAll(store, 0, 50);
    const pooler = await startPooler(direct.databaseUrl ?? "", 1);
    const through = await direct.open({ databaseUrl: pooler.url });
    await castAll(through, 0, 50);
    await through.close();
    const client = new pg.Client({ connectionString: pooler.url });
    await client.connect();
    const { rows } = await client.query("select name from pg_prepared_statements where name <> ''");
    expect(rows).toEqual([]);
    for (const setting of ["statement_timeout", "plan_cache_mode"]) {
      const { rows: shown } = await client.query(`show ${setting}`);
      expect(Object.values(shown[0])[0]).toBe({ statement_timeout: "0", plan_cache_mode: "auto" }[setting]);
    }
    await client.end();
    await pooler.stop();
  });
});
