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
  readonly card: Card;
  readonly resolve: (png: Buffer) => void;
  readonly reject: (error: Error) => void;
}

type Answer = { readonly png: Uint8Array } | { readonly failure: string };

/** More than this wait too long for any unfurler. */
const mostWaiting = 400;

/** With its fonts and drawing libraries the thread takes some hundred megabytes: it ends when no card was asked for so long, in milliseconds. */
const idleMilliseconds = 60_000;

/** The thread starts with the first card, and again after it has died or ended. */
export function startCardDrawer(): CardDrawer {
  const waiting: Waiting[] = [];
  let drawing: Waiting | null = null;
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };
  const next = (): void => {
    clearTimeout(idle);
    drawing = waiting.shift() ?? null;
    if (drawing === null) {
      // An idle thread keeps no process alive.
      worker?.unref();
      idle = setTimeout(end, idleMilliseconds).unref();
      return;
    }
    worker ??= start();
    worker.ref();
    worker.postMessage(drawing.card);
  };
  const start = (): Worker => {
    const started = new Worker(new URL("./card-worker.ts", import.meta.url));
    started.on("message", (answer: Answer) => {
      const drawn = drawing;
      next();
      if ("png" in answer) {
        const { buffer, byteOffset, byteLength } = answer.png;
        drawn?.resolve(Buffer.from(buffer, byteOffset, byteLength));
      } else drawn?.reject(new Error(`a card could not be drawn: ${answer.failure}`));
    });
    started.on("error", (error) => {
      if (worker === started) lose(error instanceof Error ? error : new Error(String(error)));
    });
    started.on("exit", () => {
      if (worker === started) lose(new Error("the thread that draws cards ended"));
    });
    return started;
  };
  /** The card under way is lost with its thread; the others wait for the next one. */
  const lose = (error: Error): void => {
    worker = null;
    drawing?.reject(error);
    next();
  };

  return {
    draw: (card) => {
      if (waiting.length >= mostWaiting) {
        return Promise.reject(
          new ProblemError(503, "Too many pictures at once", "Ask again in a few seconds.", 5),
        );
      }
      return new Promise<Buffer>((resolve, reject) => {
        waiting.push({ card, resolve, reject });
        if (drawing === null) next();
      });
    },
    close: async () => {
      const closing = new Error("the server is closing");
      for (const { reject } of waiting.splice(0)) reject(closing);
      clearTimeout(idle);
      drawing?.reject(closing);
      drawing = null;
      await end();
    },
  };
}
