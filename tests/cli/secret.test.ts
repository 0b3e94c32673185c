import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureSecret } from "#cli/secret.ts";
import { withoutRoom } from "#tools/support/without-room.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "verbatim-secret-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("the secret is made once, and is its owner's alone", async () => {
  const secret = await ensureSecret(dir);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(await ensureSecret(dir)).toBe(secret);
  expect(statSync(join(dir, "secret")).mode & 0o777).toBe(0o600);
});

test("of many first starts at once, all have the same whole secret", async () => {
  const secrets = await Promise.all(Array.from({ length: 60 }, () => ensureSecret(dir)));
  expect(new Set(secrets)).toEqual(new Set([readFileSync(join(dir, "secret"), "utf8")]));
  expect(readdirSync(dir)).toEqual(["secret"]);
});

test("so have those of several processes", async () => {
  const module = new URL("../../src/cli/secret.ts", import.meta.url).href;
  const program = `const { ensureSecret } = await import(${JSON.stringify(module)});
    console.log((await Promise.all(Array.from({ length: 20 }, () => ensureSecret(process.argv[1])))).join("\\n"));`;
  const starts = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ["--input-type=module", "--eval", program, dir], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  const told = await Promise.all(starts.map(({ stdout }) => text(stdout)));
  const secrets = told.flatMap((lines) => lines.trim().split("\n"));
  expect(secrets).toHaveLength(80);
  expect(new Set(secrets).size).toBe(1);
});

test("whoever looks sees the whole secret or none", async () => {
  const dirs = Array.from({ length: 100 }, () => mkdtempSync(join(dir, "start-")));
  // Looks for each secret until it is there, and answers with how much of it there was.
  const program = `
    const { readFileSync } = require("node:fs");
    const { parentPort } = require("node:worker_threads");
    parentPort.on("message", (dir) => {
      parentPort.postMessage("looking");
      for (;;) try { parentPort.postMessage(readFileSync(dir + "/secret", "utf8").length); break; } catch {}
    });`;
  const onlooker = new Worker(program, { eval: true });
  const lengths = new Set<unknown>();
  for (const each of dirs) {
    const looking = once(onlooker, "message");
    onlooker.postMessage(each);
    await looking;
    const seen = once(onlooker, "message");
    await ensureSecret(each);
    const [length] = await seen;
    lengths.add(length);
  }
  await onlooker.terminate();
  expect([...lengths]).toEqual([43]);
});

test("an empty secret is told, and never signed with", async () => {
  writeFileSync(join(dir, "secret"), "\n");
  await expect(ensureSecret(dir)).rejects.toThrow(/secret is empty; delete it/);
});

test("a secret for which there is no room leaves nothing half", async () => {
  const said = await withoutRoom(`
    import { ensureSecret } from "#cli/secret.ts";
    await ensureSecret(${JSON.stringify(dir)}).catch(({ code }) => console.log(code));`);
  expect(said).toBe("EFBIG\n");
  expect(readdirSync(dir)).toEqual([]);
});
