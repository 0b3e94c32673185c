import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureSecret } from "#cli/secret.ts";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { endWithUs } from "#tools/support/leave-nothing.ts";
import { run } from "#tools/support/run-command.ts";
import { silent } from "#tools/support/story-draft.ts";
import { openTexts, story, type Texts } from "../texts.ts";

let texts: Texts;
beforeEach(() => {
  texts = openTexts();
});
afterEach(() => texts.close());

const open = (dataDir: string): Promise<Store> =>
  openStore({ databaseUrl: null, dataDir, siteUrl: "http://localhost", log: silent });

/** As the README says. */
async function restore(archive: string): Promise<string> {
  const restored = join(texts.dir, "restored");
  mkdirSync(restored);
  await promisify(execFile)("tar", ["-xf", join(texts.dir, archive), "-C", restored]);
  return restored;
}

test("a restored backup has the stories, votes, pictures and the secret", async () => {
  await sharp({ create: { width: 600, height: 400, channels: 3, background: "#468" } })
    .png()
    .toFile(join(texts.dir, "pier.png"));
  texts.write("pier.txt", story("Pier saved"));
  await texts.run(["ingest", "pier.txt", "--image", "pier.png"]);
  await ensureSecret(texts.dataDir);
  const store = await open(texts.dataDir);
  await store.votes.cast({ slug: "pier-saved", reader: "ann", answer: "yes", suspicious: false });

  const { status, stdout, stderr } = await texts.run(["backup", "site.tar"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^site\.tar: the database, \d+ picture files and the secret, [\d.]+ MB\n$/);
  const restored = await restore("site.tar");
  const again = await open(restored);
  expect(await again.articles.published("pier-saved")).toEqual(await store.articles.published("pier-saved"));
  expect(await again.votes.state("pier-saved", "ann")).toEqual({ tally: { yes: 1, no: 0 }, mine: "yes" });
  for (const name of readdirSync(join(texts.dataDir, "images")))
    expect(readFileSync(join(restored, "images", name))).toEqual(
      readFileSync(join(texts.dataDir, "images", name)),
    );
  expect(readFileSync(join(restored, "secret"))).toEqual(readFileSync(join(texts.dataDir, "secret")));
  expect(statSync(join(restored, "secret")).mode & 0o777).toBe(0o600);
  expect(statSync(join(texts.dir, "site.tar")).mode & 0o777).toBe(0o600);
  await Promise.all([store.close(), again.close()]);
});

test("under a load of votes it has every vote that was acknowledged before it began, and its tally is the recount", async () => {
  texts.write("pier.txt", story("Pier saved"));
  await texts.run(["ingest", "pier.txt"]);
  const store = await open(texts.dataDir);
  const acknowledged: string[] = [];
  let isOver = false;
  const voters = Array.from({ length: 16 }, async (_, voter) => {
    for (let number = 0; !isOver; number += 1) {
      const reader = `${voter} ${number}`;
      const answer = number % 3 === 0 ? "no" : "yes";
      await store.votes.cast({ slug: "pier-saved", reader, answer, suspicious: false });
      acknowledged.push(reader);
    }
  });
  await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(2_000);
  // As a process of its own has it: another connection, on which SQLite works in another thread.
  const before = [...acknowledged];
  expect((await texts.run(["backup", "site.tar"])).status).toBe(0);
  const during = acknowledged.length - before.length;
  isOver = true;
  await Promise.all(voters);
  await store.close();
  expect(during).toBeGreaterThan(0);

  const again = await open(await restore("site.tar"));
  const states = await Promise.all(before.map((reader) => again.votes.state("pier-saved", reader)));
  const expected = before.map((reader) => (Number(reader.split(" ")[1]) % 3 === 0 ? "no" : "yes"));
  expect(states.map(({ mine }) => mine)).toEqual(expected);
  const days = await again.votes.results({ slug: "pier-saved", perDay: true });
  const recount = { yes: 0, no: 0 };
  for (const { yes, no } of days) {
    recount.yes += yes;
    recount.no += no;
  }
  expect((await again.votes.state("pier-saved", null)).tally).toEqual(recount);
  expect(recount.yes + recount.no).toBeGreaterThanOrEqual(before.length);
  await again.close();
});

test("a file that is there is not overwritten, and nothing is left beside it", async () => {
  texts.write("pier.txt", story("Pier saved"));
  await texts.run(["ingest", "pier.txt"]);
  writeFileSync(join(texts.dir, "old.tar"), "yesterday's");
  expect(await texts.run(["backup", "old.tar"])).toEqual({
    status: 1,
    stdout: "",
    stderr: "verbatim: old.tar is there already; a backup overwrites nothing\n",
  });
  expect(readFileSync(join(texts.dir, "old.tar"), "utf8")).toBe("yesterday's");
  expect((await texts.run(["backup", "new.tar"])).status).toBe(0);
  expect(readdirSync(texts.dir).toSorted()).toEqual(["data", "new.tar", "old.tar", "pier.txt"]);
});

test.each(["SIGINT", "SIGTERM"] as const)("%s in the middle of it leaves nothing", async (signal) => {
  texts.write("pier.txt", story("Pier saved"));
  await texts.run(["ingest", "pier.txt"]);
  // Gigabytes to pack, and no room that they take.
  const images = join(texts.dataDir, "images");
  mkdirSync(images, { recursive: true });
  writeFileSync(join(images, "large.webp"), "");
  truncateSync(join(images, "large.webp"), 4 * 2 ** 30);
  const before = readdirSync(texts.dir);

  const main = join(import.meta.dirname, "../../../src/cli/main.ts");
  const child = spawn(process.execPath, [main, "backup", "site.tar"], {
    cwd: texts.dir,
    env: { DATA_DIR: texts.dataDir },
    stdio: "ignore",
  });
  endWithUs(child);
  const ended = once(child, "exit");
  const packed = () =>
    readdirSync(texts.dir, { recursive: true }).some((name) => String(name).endsWith("archive.tar"));
  await expect.poll(packed, { timeout: 60_000 }).toBe(true);
  child.kill(signal);
  expect(await ended).toEqual([signal === "SIGINT" ? 130 : 143, null]);
  expect(readdirSync(texts.dir)).toEqual(before);
});

test("what cannot be backed up is said in one line", async () => {
  expect(await texts.run(["backup", "site.tar"])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^verbatim: DATA_DIR \(.*\) holds no database to back up\n$/),
  });
  expect(await texts.run(["backup", "nowhere/site.tar"])).toMatchObject({
    status: 1,
    stderr: "verbatim: nowhere/site.tar: there is no folder to write it in\n",
  });
  expect(readdirSync(texts.dir)).toEqual([]);
  const postgres = await run(["backup", "site.tar"], {
    env: { DATA_DIR: texts.dataDir, DATABASE_URL: "postgres://ann:hidden@127.0.0.1:1/x" },
    cwd: texts.dir,
  });
  expect(postgres.status).toBe(1);
  expect(postgres.stderr).toMatch(
    /^verbatim: [^\n]*pg_dump --format=custom --file=site\.tar "\$DATABASE_URL"[^\n]*\n$/,
  );
  expect(postgres.stderr).not.toContain("hidden");
});

test("a SECRET of the environment's is not in it, and that is said", async () => {
  texts.write("pier.txt", story("Pier saved"));
  await texts.run(["ingest", "pier.txt"]);
  const env = { DATA_DIR: texts.dataDir, SECRET: "a secret of sixteen letters" };
  const { status, stdout, stderr } = await run(["backup", "site.tar"], { env, cwd: texts.dir });
  expect(status).toBe(0);
  expect(stdout).toContain("no secret");
  expect(stderr).toMatch(/^SECRET comes from the environment[^\n]*\n$/);
});
