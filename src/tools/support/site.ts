import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, rm } from "node:fs/promises";
import { relative } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";
import { endWithUs, temporaryFolder } from "./leave-nothing.ts";
import { type Ran, run } from "./run-command.ts";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

/** A hundred processes of a run read the same sources: what Node made of them is kept, which saves each a third of its start. */
const compiled = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL("../../../node_modules/.cache/node", import.meta.url)),
};

/** A server of its own: a real process with a data folder that goes with it. */
export interface Site {
  /** Absolute, without a trailing slash. */
  readonly url: string;
  readonly dataDir: string;
  /** Runs a command of the command line against the same data; resolves with its output. */
  run(...args: readonly string[]): Promise<Ran>;
  /** Ends the process as `kill` does and starts it again on the same port and data. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Ends the process and leaves the data. */
  halt(signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

export interface SiteOptions {
  readonly samples?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts `verbatim serve` from what was built, on a free port and an empty data folder. */
export async function startSite({ samples = true, env = {} }: SiteOptions = {}): Promise<Site> {
  const dataDir = await temporaryFolder("verbatim-site");
  const { SAMPLE_DATA } = process.env;
  if (samples && SAMPLE_DATA !== undefined) await cp(SAMPLE_DATA, dataDir, { recursive: true });
  const settings = {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    LOG_LEVEL: "warn",
    VOTE_RATE_LIMIT: "0",
    // As its default is: not from the root of the disk, but from where the server starts.
    DATA_DIR: relative(process.cwd(), dataDir),
    ...env,
  };
  const port = String(await freePort());
  let child: ChildProcess;
  let url = "";

  const start = async () => {
    child = spawn(process.execPath, [main, "serve", ...(samples ? ["--samples"] : [])], {
      env: { ...compiled, ...settings, PORT: port },
      stdio: ["ignore", "pipe", "pipe"],
    });
    endWithUs(child);
    url = await addressOf(child);
  };
  const halt = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };

  await start();
  return {
    get url() {
      return url;
    },
    dataDir,
    run: (...args) => run(args, { env: settings, cwd: process.cwd() }),
    halt,
    restart: async (signal) => {
      await halt(signal);
      await start();
    },
    stop: async () => {
      await halt();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Resolves with the address that a starting server prints; rejects with its last words when it ends instead. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new Error("the server's output is not piped");
    createInterface({ input: stdout }).on("line", (line) => {
      const found = /https?:\/\/\S+/.exec(line);
      if (found === null) said.push(line);
      else resolve(found[0].replace(/\/$/, ""));
    });
    createInterface({ input: stderr }).on("line", (line) => said.push(line));
    child.once("exit", (status) => reject(new Error(`the server ended with ${status}: ${said.join("\n")}`)));
  });
}
