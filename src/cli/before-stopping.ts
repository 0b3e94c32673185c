import { constants } from "node:os";

/**
 * Sees to something when a signal asks this process to stop, and then ends it with the shell's status, 128 and the
 * signal's number. In place until the function that it answers with is called.
 */
export function beforeStopping(tidy: (signal: NodeJS.Signals) => void): () => void {
  const stop = (signal: NodeJS.Signals) => {
    tidy(signal);
    process.exit(128 + constants.signals[signal]);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return () => process.off("SIGINT", stop).off("SIGTERM", stop);
}
