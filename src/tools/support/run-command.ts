import { Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { runVerbatim } from "#cli/verbatim.ts";

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What comes in on standard input. */
  readonly input?: string | Iterable<string | Uint8Array>;
  /** How many bytes the reader of standard output lets wait before a writer should pause. */
  readonly highWaterMark?: number;
}

/** Runs a command of the command line in this process, as `main.ts` would in its own. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { env = {}, cwd = "/", input = "" } = options;
  const stdin = Readable.from(typeof input === "string" ? [Buffer.from(input)] : input);
  const [stdout, stderr] = [new Reader(options.highWaterMark), new Reader()];
  const status = await runVerbatim({
    argv: args,
    env,
    cwd,
    streams: { stdin, stdout, stderr },
    stopSignal: () => Promise.reject(new Error("a server is a process of its own here")),
  });
  for (const stream of [stdout, stderr]) await finished(stream.end());
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** Reads slowly, a chunk at a time, and remembers. Fails when much more waits for it than it lets wait. */
class Reader extends Writable {
  text = "";

  constructor(highWaterMark = 2 ** 24) {
    super({ highWaterMark, decodeStrings: false });
  }

  override _write(chunk: string | Uint8Array, _: string, done: (error?: Error) => void): void {
    this.text += chunk.toString();
    const isFlooded = this.writableLength > 8 * this.writableHighWaterMark;
    setImmediate(() => done(isFlooded ? new Error("the writer does not wait for its reader") : undefined));
  }
}
