import type { Readable, Writable } from "node:stream";
import type { WriteStream } from "node:tty";

/** A stream that may be a terminal. */
export type Output = Writable & Partial<Pick<WriteStream, "isTTY" | "columns">>;

export interface Streams {
  readonly stdin: Readable;
  /** Results. */
  readonly stdout: Output;
  /** Messages. */
  readonly stderr: Output;
}

/** All that a command knows of the world around it. `main.ts` binds it to the process, a test to what it looks at. */
export interface Context {
  /** The words after the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths begin. */
  readonly cwd: string;
  readonly streams: Streams;
  /** Resolves with the signal that asks a server to stop. */
  readonly stopSignal: () => Promise<NodeJS.Signals>;
}

/** Something went wrong and has been told, while the rest was done: exit status 1, and nothing more to say. */
export class Failed extends Error {
  override name = "Failed";
}
