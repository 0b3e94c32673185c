import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

/** Work that nobody waits for. */
export type InBackground = (job: () => Promise<void>) => void;

/** For how long the server is looked at before a job, in milliseconds. */
const lookFor = 100;
/** The share of that time that it may have been busy. */
const idleBelow = 0.3;
/** More than this many jobs wait for a quiet hour that does not come: the oldest is forgotten. */
const mostWaiting = 1_000;

/** Does jobs one at a time, each once the server has had little to do for a moment. */
export function createBackground(): InBackground {
  const waiting: (() => Promise<void>)[] = [];
  let running = false;

  async function work(): Promise<void> {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      await quiet();
      // What fails here is tried by nobody again, and nobody misses it.
      await job().catch(() => undefined);
    }
    running = false;
  }

  return (job) => {
    if (waiting.length === mostWaiting) waiting.shift();
    waiting.push(job);
    if (!running) {
      running = true;
      void work();
    }
  };
}

async function quiet(): Promise<void> {
  for (;;) {
    const before = performance.eventLoopUtilization();
    // A process that ends need not wait for this.
    await pause(lookFor, undefined, { ref: false });
    if (performance.eventLoopUtilization(before).utilization < idleBelow) return;
  }
}
