import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { draftOf } from "#tools/support/story-draft.ts";
import { createDatabase } from "../store/support.ts";
import { siteUrl, startServer } from "./support.ts";

const run = promisify(execFile);

/** A folder on a disk of its own that is full soon; null where this user may mount none. */
async function smallDisk(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), "verbatim-disk-"));
  try {
    await run("mount", ["-t", "tmpfs", "-o", "size=8m", "none", folder]);
    return folder;
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
}

const disk = await smallDisk();
if (disk === null) console.warn("Skipped: a full disk. Only root may mount a small one here.");
afterAll(async () => {
  if (disk === null) return;
  await run("umount", [disk]);
  await rm(disk, { recursive: true });
});

/** A site on a store, and what the store has said of its troubles. */
async function openSite(database: { databaseUrl: string | null; dataDir: string }) {
  const warnings: string[] = [];
  const log = { info: () => {}, warn: (_: object, message: string) => warnings.push(message) };
  const store = await openStore({ ...database, siteUrl, log });
  const server = await startServer("SQLite", { store });
  onTestFinished(async () => {
    await server.stop();
    await store.close();
  });
  return { store, app: server.app, warnings };
}

const vote = (app: FastifyInstance, key: string) =>
  app.inject({
    method: "POST",
    url: "/api/articles/story/vote",
    headers: { "idempotency-key": key },
    payload: { enjoyed: true },
  });
const keyOf = (number: number) => `6b1f8a0c-0000-4000-8000-${String(number).padStart(12, "0")}`;
const status = async (app: FastifyInstance, url: string) => (await app.inject(url)).statusCode;

async function expectRefused(app: FastifyInstance): Promise<void> {
  const refused = await vote(app, keyOf(999_999));
  expect(refused.statusCode).toBe(503);
  expect(refused.headers["retry-after"]).toBe("2");
  expect(refused.json().detail).toBe("The database is away for a moment.");
  expect(await status(app, "/readyz")).toBe(503);
  expect(await status(app, "/healthz")).toBe(200);
}

/** The tally equals the votes counted one by one. */
async function expectTally(store: Store, yes: number): Promise<void> {
  expect((await store.votes.state("story", null)).tally).toEqual({ yes, no: 0 });
  const days = await store.votes.results({ slug: "story", perDay: true });
  expect(days.reduce((total, day) => total + day.yes, 0)).toBe(yes);
}

describe.skipIf(disk === null)("on a disk that is full", () => {
  test("votes are refused, stories are read, it is said why, and room heals it", async () => {
    const { store, app, warnings } = await openSite({ databaseUrl: null, dataDir: join(disk ?? "", "data") });
    await store.articles.save(draftOf("story"));
    expect((await vote(app, keyOf(0))).statusCode).toBe(200);
    expect(await status(app, "/readyz")).toBe(200);

    const filler = join(disk ?? "", "filler");
    await writeFile(filler, Buffer.alloc(9 * 2 ** 20)).catch(() => {});
    let acknowledged = 1;
    // What has been set aside for the log is written first.
    while ((await vote(app, keyOf(acknowledged))).statusCode === 200) acknowledged += 1;
    await expectRefused(app);
    expect(await status(app, "/articles/story")).toBe(200);
    await expect(store.articles.save(draftOf("another"))).rejects.toThrow("database or disk is full");
    expect(warnings).toEqual(["the database fails: database or disk is full"]);

    await rm(filler);
    expect(await status(app, "/readyz")).toBe(200);
    expect((await vote(app, keyOf(acknowledged))).statusCode).toBe(200);
    await expectTally(store, acknowledged + 1);
    expect((await store.articles.save(draftOf("another"))).slug).toBe("another");
  });
});

describe("a database file", () => {
  async function openOnFile() {
    const dataDir = await mkdtemp(join(tmpdir(), "verbatim-file-"));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const site = await openSite({ databaseUrl: null, dataDir });
    await site.store.articles.save(draftOf("story"));
    expect((await vote(site.app, keyOf(1))).statusCode).toBe(200);
    const file = join(dataDir, "verbatim.db");
    return { ...site, dataDir, file };
  }

  test("that was deleted takes no vote and makes no empty one", async () => {
    const { app, file, warnings } = await openOnFile();
    for (const end of ["", "-wal", "-shm"]) await rm(`${file}${end}`);
    await expectRefused(app);
    expect(await status(app, "/api/articles/story/vote")).toBe(503);
    expect(await status(app, "/api/articles")).toBe(503);
    expect(warnings).toEqual([`the database fails: the database file ${file} is gone`]);
  });

  test("that was moved away and back is gone on with", async () => {
    const { store, app, dataDir, file } = await openOnFile();
    const elsewhere = join(dataDir, "elsewhere");
    await mkdir(elsewhere);
    const ends = ["", "-wal", "-shm"];
    for (const end of ends) await rename(`${file}${end}`, join(elsewhere, `verbatim.db${end}`));
    await expectRefused(app);
    for (const end of ends) await rename(join(elsewhere, `verbatim.db${end}`), `${file}${end}`);
    expect(await status(app, "/readyz")).toBe(200);
    expect((await vote(app, keyOf(2))).statusCode).toBe(200);
    await expectTally(store, 2);
  });

  test("that a backup replaces is read from then on", async () => {
    const { store, app, dataDir, file } = await openOnFile();
    const copy = join(dataDir, "copy.db");
    const reader = new DatabaseSync(file);
    reader.exec(`vacuum into '${copy}'`);
    reader.close();
    expect((await vote(app, keyOf(2))).statusCode).toBe(200);
    await expectTally(store, 2);
    await rename(copy, file);
    expect(await status(app, "/readyz")).toBe(200);
    await expectTally(store, 1);
    expect((await vote(app, keyOf(3))).statusCode).toBe(200);
    await expectTally(store, 2);
  });

  test("that something else replaces is refused, and said to be", async () => {
    const { store, app, dataDir, file, warnings } = await openOnFile();
    const kept = join(dataDir, "kept.db");
    await rename(file, kept);
    await writeFile(file, "no database at all, but long enough to have a header of its own");
    await expectRefused(app);
    expect(warnings[0]).toContain("was replaced by one that cannot be used: file is not a database");
    const empty = new DatabaseSync(join(dataDir, "empty.db"));
    empty.exec("create table kysely_migration (name text)");
    empty.close();
    await copyFile(join(dataDir, "empty.db"), file);
    await expectRefused(app);
    expect(warnings.at(-1)).toContain("a restart brings it to this one's");
    await rename(kept, file);
    expect(await status(app, "/readyz")).toBe(200);
    await expectTally(store, 1);
  });
});

describe("on PostgreSQL", () => {
  test("a database that became read-only refuses votes, and takes them again afterwards", async () => {
    const { databaseUrl, dataDir } = await createDatabase("PostgreSQL");
    const { store, app, warnings } = await openSite({ databaseUrl, dataDir });
    await store.articles.save(draftOf("story"));
    await Promise.all(Array.from({ length: 30 }, (_, number) => vote(app, keyOf(number))));
    const url = new URL(databaseUrl ?? "");
    const name = url.pathname.slice(1);
    const admin = new pg.Client({
      connectionString: Object.assign(new URL(url), { pathname: "/postgres" }).href,
    });
    await admin.connect();
    const setReadOnly = async (value: "on" | "off") => {
      await admin.query(`alter database ${name} set default_transaction_read_only = ${value}`);
    };
    // As in a failover: connections are cut, and the next ones meet a server that only reads.
    await setReadOnly("on");
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
    await vi.waitFor(() => expectRefused(app), { timeout: 20_000, interval: 50 });
    expect(await status(app, "/api/articles/story/vote")).toBe(200);
    await expect(store.articles.save(draftOf("another"))).rejects.toThrow(/read-only transaction/);
    expect(warnings.join("\n")).toContain("the database fails: cannot execute");

    // The connections that are still open stay read-only; nobody waits for them to end.
    await setReadOnly("off");
    expect(await status(app, "/readyz")).toBe(200);
    const healed = await Promise.all(Array.from({ length: 40 }, (_, number) => vote(app, keyOf(number))));
    expect(new Set(healed.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    await expectTally(store, 40);
    await admin.end();
  });
});
