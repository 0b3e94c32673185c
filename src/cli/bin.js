#!/usr/bin/env node
// Runs the command line with the Node that came with the package where this one cannot run TypeScript.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isNewEnough, oldestMajor, ownNode } from "./own-node.js";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
/** A signal ends this process, which waits and passes nothing on: the other ends by itself when this one has. */
const first = new URL("./npm-script.js", import.meta.url).href;

if (isNewEnough) {
  await import("./main.ts");
} else {
  const own = ownNode();
  if (own === null) {
    process.stderr.write(`verbatim needs Node ${oldestMajor} or newer; this is ${process.version}.\n`);
    process.exit(1);
  }
  const { status, signal } = spawnSync(own, ["--import", first, main, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  if (signal !== null) process.kill(process.pid, signal);
  process.exit(status ?? 1);
}
