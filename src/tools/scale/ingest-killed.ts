import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { endWithUs } from "#tools/support/leave-nothing.ts";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

export interface Run {
  readonly seconds: number;
  readonly status: number | null;
  /** Stories whose line was printed. */
  readonly told: number;
  readonly messages: string;
}

/**
 * Ingests a folder, or a feed, in a process of its own. With `killAfter`, the process is
 * killed without warning once that many stories were told.
 */
export async function ingestFolder(
  folder: string,
  env: Readonly<Record<string, string>>,
  killAfter: number | null = null,
  options: readonly string[] = [],
): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [main, "ingest", ...options, folder], {
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  endWithUs(child);
  let told = 0;
  let messages = "";
  createInterface({ input: child.stdout }).on("line", () => {
    told += 1;
    if (told === killAfter) child.kill("SIGKILL");
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    messages += chunk;
  });
  await once(child, "close");
  return { seconds: (performance.now() - start) / 1000, status: child.exitCode, told, messages };
}
