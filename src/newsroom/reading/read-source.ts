import { readStory } from "#newsroom/formats/read-story.ts";
import type { Source, Story } from "#newsroom/story.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { attributeBlocks, type Reading } from "./attribute-blocks.ts";

/** A source read to the end: the story, and who is quoted in it. */
export interface ReadSource {
  readonly story: Story;
  readonly reading: Reading;
}

/** Reads a story and who said what in it: all that needs a core and nothing else. Throws Unreadable. */
export function readSource(source: Source): ReadSource {
  try {
    const story = readStory(source);
    return { story, reading: attributeBlocks(story.blocks, story.lang) };
  } catch (error) {
    // What nests without end runs parsers out of stack.
    if (error instanceof RangeError) throw new Unreadable("nests too deeply to be read");
    throw error;
  }
}

/** What crosses back from a worker, where error classes would not survive. */
export type WorkerAnswer = { readonly read: ReadSource } | { readonly problem: string };

/** The same as one task of a pool of workers. */
export function readInWorker(source: Source): WorkerAnswer {
  try {
    return { read: readSource(source) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
}
