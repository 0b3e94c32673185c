import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeStopping } from "./before-stopping.ts";

/** What a program is run with. */
interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/**
 * Runs a program of ours in a process of its own, whose memory goes with it. A signal that asks this
 * process to stop meanwhile ends both. What the program says goes where messages go: a server's standard output is its
 * address.
 *
 * @param words the program's path and its arguments
 * @returns whether it did what it was to do
 */
export async function runApart(words: readonly string[], { env, cwd }: Surroundings): Promise<boolean> {
  const child = spawn(process.execPath, words, { env, cwd, stdio: ["ignore", 2, 2] });
  const stayOn = beforeStopping((signal) => child.kill(signal));
  const [status] = await once(child, "exit");
  stayOn();
  return status === 0;
}
