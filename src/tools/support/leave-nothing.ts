import type { ChildProcess } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

const children = new Map<ChildProcess, NodeJS.Signals>();
const folders = new Set<string>();

/** Whatever ends this process, also an error or a signal, ends what it started and takes away what it wrote. */
function leaveNothing(): void {
  for (const [child, signal] of children) if (child.exitCode === null) child.kill(signal);
  for (const folder of folders) removeNow(folder);
}

/**
 * Removes a folder in which a child that is ending may still write; then rmSync leaves some of it, with an error or
 * without one. `exit` waits for nothing, so this does, for five seconds at most.
 */
function removeNow(folder: string): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let attempts = 100; attempts > 0 && existsSync(folder); attempts -= 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {}
    if (existsSync(folder)) Atomics.wait(clock, 0, 0, 50);
  }
}

let isWatching = false;

function watchExit(): void {
  if (!isWatching) process.once("exit", leaveNothing);
  isWatching = true;
}

/** Makes an empty folder that is gone with this process at the latest. */
export async function temporaryFolder(name: string, parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, `${name}-`));
  folders.add(folder);
  watchExit();
  return folder;
}

/** Sees to it that a child does not outlive this process. */
export function endWithUs(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): void {
  children.set(child, signal);
  child.once("exit", () => children.delete(child));
  watchExit();
}

/** Lets a signal end this process by `exit`, so that it leaves nothing; the status is the shell's, 128 and the signal's number. */
export function exitOn(...signals: readonly NodeJS.Signals[]): void {
  for (const signal of signals) process.once(signal, () => process.exit(128 + constants.signals[signal]));
}
