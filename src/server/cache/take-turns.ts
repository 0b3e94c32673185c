import { setTimeout as pause } from "node:timers/promises";

/** Runs a step when it is its turn. */
export type TakeTurns = <Result>(step: () => Promise<Result>) => Promise<Result>;

/**
 * Steps one after the other, in the order in which they came. Where more of
 * them wait, others have the thread between two for as long as a step took.
 */
export function takeTurns(): TakeTurns {
  const waiting: (() => void)[] = [];
  let isBusy = false;
  return async (step) => {
    if (isBusy) await new Promise<void>((resolve) => waiting.push(resolve));
    isBusy = true;
    const begun = performance.now();
    try {
      return await step();
    } finally {
      void pause(waiting.length === 0 ? 0 : performance.now() - begun).then(() => {
        const next = waiting.shift();
        if (next === undefined) isBusy = false;
        else next();
      });
    }
  };
}
