// What a newcomer does: `npm start`, here on a free port and with nothing kept, and reads a story. Status 0 when it is there.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";

/** Longer than any machine builds; what hangs must not hang CI. */
const patience = 300_000;

const data = mkdtempSync(join(tmpdir(), "verbatim-newcomer-"));
const env = { ...process.env, PORT: "0", DATA_DIR: data, LOG_LEVEL: "warn" };
const site = spawn("npm", ["start"], { env, stdio: ["ignore", "pipe", "inherit"], detached: true });
const ended = new Promise((resolve) => site.once("exit", resolve));

try {
  const url = await Promise.race([
    addressOf(site.stdout),
    ended.then((status) => {
      throw new Error(`npm start ended with ${status}`);
    }),
    setTimeout(patience, null, { ref: false }).then(() => {
      throw new Error("no address after five minutes");
    }),
  ]);
  const front = await (await fetch(url)).text();
  const [, path] = /href="(\/articles\/[^"/]+)"/.exec(front) ?? [];
  if (path === undefined) throw new Error("the front page names no story");
  const answer = await fetch(new URL(path, url));
  const story = await answer.text();
  if (!answer.ok || !/[“"].+said/s.test(story)) throw new Error(`${path} is no story: ${answer.status}`);
  console.log(`npm start serves ${path}`);
} catch (error) {
  console.log(`npm start: ${error.message}`);
  process.exitCode = 1;
} finally {
  if (site.exitCode === null) process.kill(-site.pid, "SIGTERM");
  await ended;
  rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function addressOf(output) {
  for await (const line of createInterface({ input: output })) {
    const [address] = /http:\/\/localhost:\d+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  return new Promise(() => {});
}
