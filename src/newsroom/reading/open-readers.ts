import { Tinypool } from "tinypool";
import type { Source } from "#newsroom/story.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { type ReadSource, readInWorker, readSource, type WorkerAnswer } from "./read-source.ts";

/** Reads stories; rejects with Unreadable for what is none. */
export interface Readers {
  read(source: Source): Promise<ReadSource>;
  close(): Promise<void>;
}

/** Few stories are read sooner on this thread than a worker has started. */
export const readHere: Readers = {
  read: async (source) => readSource(source),
  close: async () => {},
};

/** A worker a core, for many stories; `threads` of them. */
export function openReaders(threads: number): Readers {
  const pool = new Tinypool({
    filename: new URL("./read-source.ts", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    async read(source) {
      const answer: WorkerAnswer = await pool.run(source, { name: readInWorker.name });
      if ("problem" in answer) throw new Unreadable(answer.problem);
      return answer.read;
    },
    close: () => pool.destroy(),
  };
}
