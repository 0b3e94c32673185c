import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { buildSite } from "#cli/build-site.ts";
import { readConfig } from "#cli/config.ts";
import { type Context, Failed } from "#cli/context.ts";
import { cardsDirOf, imagesDirOf } from "#cli/data-folder.ts";
import { openLog } from "#cli/open-log.ts";
import { runApart } from "#cli/run-apart.ts";
import { ensureSecret } from "#cli/secret.ts";
import { openTerminal } from "#cli/terminal.ts";
import { makeDataDir, openConfiguredStore } from "#cli/workspace.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { openHotBundle } from "#server/hot-bundle.ts";
import { loadBundle, NotBuilt } from "#server/load-bundle.ts";
import { startServer } from "#server/start-server.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const dist = join(root, "dist");
const main = fileURLToPath(new URL("../main.ts", import.meta.url));

interface ServeOptions {
  readonly samples?: true;
  readonly build?: true;
  readonly dev?: true;
}

/** `verbatim serve` */
export function registerServe(program: Command, context: Context): void {
  program
    .command("serve")
    .description("serve the reader's pages and the API, from what was built")
    .option("--samples", "publish the sample stories first, where nothing of yours ever was")
    .option("--build", "build the site first, where what builds it is installed")
    .option("--dev", "serve the app from its sources, with hot reload")
    .action(async (options: ServeOptions) => {
      try {
        await serve(context, options);
      } catch (error) {
        const problem = problemOf(error);
        if (problem === null) throw error;
        openTerminal(context.streams).say(problem);
        throw new Failed();
      }
    });
}

/** Serves until it is asked to stop. */
async function serve({ env, cwd, streams, stopSignal }: Context, options: ServeOptions): Promise<void> {
  const config = readConfig(env, cwd);
  const { dataDir } = config;
  // Pictures and the secret are kept there whatever the database.
  makeDataDir(dataDir);
  const logger = openLog(config.logLevel, streams.stderr);
  // Before anything is built or opened: somebody may be serving from here.
  const port = await freePort("PORT", config.host, config.port);
  const metrics = config.metricsPort === null ? null : { host: config.host, port: config.metricsPort };
  if (metrics !== null) await freePort("METRICS_PORT", metrics.host, metrics.port);
  // React is two in one, and chooses by this, whatever the shell says.
  process.env.NODE_ENV = options.dev ? "development" : "production";
  if (options.build && !(await buildSite(dist))) logger.info("serving the last build: vite is not installed");
  const bundle = options.dev ? await openHotBundle(root, config.host) : await loadBundle(dist);
  const local = `http://${isLoopback(config.host) ? "localhost" : bracketed(config.host)}:${port}`;
  const site = { name: "Verbatim", url: config.publicUrl ?? local };
  const store = await openConfiguredStore(config, site.url, logger);
  const secrets = config.secrets ?? [await ensureSecret(dataDir)];
  if (secrets.some((secret) => secret.length < 16))
    logger.warn("SECRET is short: 32 random characters are safe");

  const imagesDir = imagesDirOf(config);
  // Apart: the engine takes some hundred megabytes that serving has no need of.
  if (options.samples && (await store.publication.areSamplesWelcome())) {
    if (!(await runApart([main, "publish-samples"], { env, cwd }))) {
      await store.close();
      throw new Unreadable("the sample stories could not be published");
    }
  }
  const server = await startServer(
    {
      store,
      site,
      secrets,
      bundle,
      imagesDir,
      cardsDir: cardsDirOf(config),
      trustProxy: config.trustProxy,
      voteRateLimit: config.voteRateLimit,
      logger,
      now: Date.now,
      elapsed: () => performance.now(),
      metrics,
    },
    { host: config.host, port },
  );
  openTerminal(streams).print(local);
  const signal = await stopSignal();
  logger.info({ signal }, "stopping");
  await server.stop();
}

/** What went wrong outside the program, in one line; null for a bug. */
function problemOf(error: unknown): string | null {
  if (error instanceof NotBuilt) return error.message;
  const setting = error instanceof PortRefused ? error.setting : "PORT";
  const refusal = error instanceof PortRefused ? error.cause : error;
  if (!(refusal instanceof Error) || !("code" in refusal)) return null;
  const port = "port" in refusal ? String(refusal.port) : "";
  switch (refusal.code) {
    case "EADDRINUSE":
      return `port ${port} is in use; stop what listens there, or set ${setting} to another`;
    case "EACCES":
      return port === ""
        ? null
        : `port ${port} may not be used by this user; set ${setting} to one above 1023`;
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

/** Why nothing can listen on a port, and the setting that names it. */
class PortRefused extends Error {
  override name = "PortRefused";
  readonly setting: string;
  constructor(setting: string, cause: unknown) {
    super(`${setting} cannot be listened on`, { cause });
    this.setting = setting;
  }
}

/**
 * The port to listen on, which nobody listens on yet: any for 0, since the site's address must be known before it is
 * served.
 *
 * @throws PortRefused with the error that listening would have
 */
async function freePort(setting: string, host: string, port: number): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(port, host, resolve)).catch(
    (error: unknown) => {
      throw new PortRefused(setting, error);
    },
  );
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port to listen on");
  return address.port;
}
