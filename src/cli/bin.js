#!/usr/bin/env node
// Runs the command line with the Node that came with the package where this one cannot run TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The first that has Temporal. */
const oldestMajor = 26;
const main = fileURLToPath(new URL("./main.ts", import.meta.url));

if (Number(process.versions.node.split(".")[0]) >= oldestMajor) {
  await import(main);
} else {
  const own = ownNode();
  if (own === null) {
    process.stderr.write(`verbatim needs Node ${oldestMajor} or newer; this is ${process.version}.\n`);
    process.exit(1);
  }
  const { status, signal } = spawnSync(own, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  if (signal !== null) process.kill(process.pid, signal);
  process.exit(status ?? 1);
}

/** The newer Node among the package's dependencies; null when it is not installed. */
function ownNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve("node/package.json"));
    const path = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}
