import { setTimeout as pause } from "node:timers/promises";
import { failureOf } from "./failures.ts";

/** Waits between attempts, in milliseconds: a conflict is over soon, a restarting database in seconds. */
const waits = [10, 40, 150, 500, 1_000, 1_500];

/**
 * Runs a step again when it failed for a reason that passes: a serialization
 * conflict, a deadlock, a lost connection. At most seven attempts in about
 * three seconds, besides the time that the attempts take themselves; two where
 * the database takes no writes.
 *
 * The step must be idempotent, because a connection that breaks during a
 * commit does not tell whether the commit took place. It is told whether it
 * runs again.
 */
export async function retry<Result>(step: (again: boolean) => Promise<Result>): Promise<Result> {
  for (const [attempt, wait] of waits.entries()) {
    try {
      return await step(attempt > 0);
    } catch (error) {
      const failure = failureOf(error);
      // A database that takes no writes may take them over a new connection: that shows at once, or waiting does not help.
      if (failure === "final" || (failure === "unwritable" && attempt > 0)) throw error;
      if (failure !== "unwritable") await pause(wait);
    }
  }
  return step(true);
}
