import { Worker } from "node:worker_threads";
import { ProblemError } from "#model/problem.ts";
import type { Card } from "./card.ts";

/** Draws cards on a thread of its own, one at a time. */
export interface CardDrawer {
  /** ProblemError 503 when too many wait. */
  draw(card: Card): Promise<Buffer>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (png: Buffer) => void;
  readonly reject: (error: Error) => void;
}

type Answer = { readonly number: number } & ({ readonly png: Uint8Array } | { readonly failure: string });

/** More than this wait too long for any unfurler. */
const mostWaiting = 400;

/** The thread starts with the first card, and again after it has died. */
export function startCardDrawer(): CardDrawer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  const fail = (error: Error): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL("./card-worker.ts", import.meta.url));
    started.on("message", (answer: Answer) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) started.unref();
      if ("png" in answer)
        asked?.resolve(Buffer.from(answer.png.buffer, answer.png.byteOffset, answer.png.byteLength));
      else asked?.reject(new Error(`a card could not be drawn: ${answer.failure}`));
    });
    started.on("error", (error) => {
      if (worker === started) fail(error instanceof Error ? error : new Error(String(error)));
    });
    started.on("exit", () => {
      if (worker === started) fail(new Error("the thread that draws cards ended"));
    });
    return started;
  };

  return {
    draw: (card) => {
      if (waiting.size >= mostWaiting) {
        return Promise.reject(
          new ProblemError(503, "Too many pictures at once", "Ask again in a few seconds.", 5),
        );
      }
      worker ??= start();
      worker.ref();
      last += 1;
      const number = last;
      const answered = new Promise<Buffer>((resolve, reject) => waiting.set(number, { resolve, reject }));
      worker.postMessage({ number, card });
      return answered;
    },
    close: async () => {
      const ending = worker;
      fail(new Error("the server is closing"));
      await ending?.terminate();
    },
  };
}
