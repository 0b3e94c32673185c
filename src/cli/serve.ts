import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { pino } from "pino";
import { openHotBundle } from "#server/hot-bundle.ts";
import { loadBundle, NotBuilt } from "#server/load-bundle.ts";
import { startServer } from "#server/start-server.ts";
import { readConfig } from "./config.ts";
import { ingestSamples } from "./ingest-samples.ts";
import { keepSecret } from "./keep-secret.ts";
import { makeDataDir } from "./make-data-dir.ts";
import { openNamedStore } from "./open-named-store.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** How long a stopping server may take over what it has accepted, in milliseconds. */
const patience = 10_000;

interface ServeOptions {
  readonly samples?: true;
  readonly dev?: true;
}

/** `verbatim serve` */
export function registerServe(program: Command): void {
  program
    .command("serve")
    .description("serve the reader's pages and the API, from what was built")
    .option("--samples", "publish the sample stories first, if nothing is published")
    .option("--dev", "serve the app from its sources, with hot reload")
    .action(async (options: ServeOptions) => {
      try {
        await serve(options);
      } catch (error) {
        const told = expected(error);
        if (told === null) throw error;
        process.stderr.write(`${told}\n`);
        process.exit(1);
      }
    });
}

async function serve({ samples, dev }: ServeOptions): Promise<void> {
  const config = readConfig(process.env);
  // Pictures and the secret are kept there whatever the database.
  makeDataDir(config.dataDir);
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  const bundle = dev ? await openHotBundle(root) : await loadBundle(join(root, "dist"));
  const port = config.port === 0 ? await freePort(config.host) : config.port;
  const local = `http://${isLoopback(config.host) ? "localhost" : bracketed(config.host)}:${port}`;
  const site = { name: "Verbatim", url: config.publicUrl ?? local };
  const { dataDir } = config;
  const store = await openNamedStore(config, site.url, logger);
  const secrets = config.secrets ?? [await keepSecret(dataDir)];
  if (secrets.some((secret) => secret.length < 16))
    logger.warn("SECRET is short: 32 random characters are safe");

  const imagesDir = join(dataDir, "images");
  if (samples) await ingestSamples(store, imagesDir, () => new Date().toISOString());
  const server = await startServer(
    {
      store,
      site,
      secrets,
      bundle,
      imagesDir,
      cardsDir: join(dataDir, "cards"),
      trustProxy: config.trustProxy,
      voteRateLimit: config.voteRateLimit,
      logger,
      now: Date.now,
    },
    { host: config.host, port },
  );
  process.stdout.write(`${local}\n`);

  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), patience).unref();
    await server.stop();
    process.exit(0);
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
}

/** What went wrong outside the program, in one line; null for a bug. */
function expected(error: unknown): string | null {
  if (error instanceof NotBuilt) return error.message;
  if (!(error instanceof Error) || !("code" in error)) return null;
  const port = "port" in error ? String(error.port) : "";
  switch (error.code) {
    case "EADDRINUSE":
      return `port ${port} is in use; stop what listens there, or set PORT to another`;
    case "EACCES":
      return port === "" ? null : `port ${port} may not be used by this user; set PORT to one above 1023`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return "HOST is no address of this machine";
    default:
      return null;
  }
}

const loopback = new Set(["127.0.0.1", "::1", "localhost", "0.0.0.0", "::"]);
const isLoopback = (host: string): boolean => loopback.has(host);
const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);

/** A port that nobody listens on: the site's address must be known before it is served. */
async function freePort(host: string): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, host, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port to listen on");
  return address.port;
}
