import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findChromium } from "#tools/support/find-chromium.ts";
import { startSite } from "#tools/support/site.ts";

const build = fileURLToPath(new URL("../../src/build/main.ts", import.meta.url));

/**
 * Builds the client and the server render, so that end-to-end tests see what
 * readers get, and ingests the samples once: every site of the run starts
 * from a copy of them instead of drawing their pictures anew.
 */
export default async function buildSite(): Promise<() => Promise<void>> {
  await promisify(execFile)(process.execPath, [build], { maxBuffer: 2 ** 26 });
  // Found, or fetched, once for all workers.
  process.env.CHROME_PATH = await findChromium();
  const site = await startSite();
  await site.halt();
  process.env.SAMPLE_DATA = site.dataDir;
  return () => rm(site.dataDir, { recursive: true, force: true });
}
