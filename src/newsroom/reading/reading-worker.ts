import type { Source } from "#newsroom/story.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { type ReadSource, readSource } from "./read-source.ts";

/** What crosses back from a worker, where error classes would not survive. */
export type WorkerAnswer = { readonly read: ReadSource } | { readonly problem: string };

/** One task of the pool: reads a story and who said what in it. */
export function read(source: Source): WorkerAnswer {
  try {
    return { read: readSource(source) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
}
