import { resolve } from "node:path";
import ipaddr from "ipaddr.js";
import { z } from "zod";

/** Everything that the environment decides. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** `postgres://…`; null for the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** An origin, without a trailing slash; null where only this machine is served. */
  readonly publicUrl: string | null;
  /** The first signs, all are accepted; null where one is kept in `dataDir`. */
  readonly secrets: readonly [string, ...string[]] | null;
  /** First votes of new readers, a minute and address; 0 is no limit. */
  readonly voteRateLimit: number;
  /** Hops, or addresses separated by commas; false trusts none. */
  readonly trustProxy: boolean | number | string;
  readonly logLevel: LogLevel;
  /** Where Prometheus reads; null where nothing is served to it. */
  readonly metricsPort: number | null;
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** A wrong setting. Its message is one line that names the variable. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value <= most);

const settings = z
  .object({
    PORT: whole(65_535).default(3000),
    HOST: z.string().regex(/^\S+$/).default("127.0.0.1"),
    DATA_DIR: z.string().default("./data"),
    DATABASE_URL: z.string().refine(isPostgresUrl).nullable().default(null),
    PUBLIC_URL: z
      .string()
      .refine(isOrigin)
      .transform((url) => new URL(url).origin)
      .nullable()
      .default(null),
    SECRET: z
      .string()
      .transform(splitSecrets)
      .pipe(z.tuple([z.string()], z.string()))
      .nullable()
      .default(null),
    VOTE_RATE_LIMIT: whole(1_000_000).default(30),
    TRUST_PROXY: z
      .string()
      .transform(readTrust)
      .pipe(z.union([z.boolean(), z.number(), z.string()]))
      .default(false),
    LOG_LEVEL: z.enum(logLevels).default("info"),
    METRICS_PORT: whole(65_535).nullable().default(null),
  })
  .refine(({ PORT, METRICS_PORT }) => METRICS_PORT !== PORT || PORT === 0, { path: ["METRICS_PORT"] });

const expectations: Readonly<Record<keyof z.infer<typeof settings>, string>> = {
  PORT: "a port number, 0 to 65535",
  HOST: "an address or host name to listen on",
  DATA_DIR: "a folder",
  DATABASE_URL: "an address like postgres://user:password@host:5432/name",
  PUBLIC_URL: "an address like https://news.example, without a path",
  SECRET: "one secret, or several separated by commas, none of them empty",
  VOTE_RATE_LIMIT: "a whole number, 0 or more",
  TRUST_PROXY: "a number of proxies, or their addresses separated by commas, or true or false",
  LOG_LEVEL: `one of ${logLevels.join(", ")}`,
  METRICS_PORT: "a port number, 0 to 65535, other than PORT",
};

/**
 * Reads the settings; an empty variable counts as absent, and a relative folder begins at `cwd`.
 *
 * @throws ConfigError naming each variable whose value will not do, and never its value: it may be a secret
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const present = Object.fromEntries(
    Object.keys(expectations)
      .map((name) => [name, env[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const read = settings.safeParse(present);
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
    const told = Object.entries(expectations).filter(([name]) => wrong.has(name));
    throw new ConfigError(told.map(([name, expected]) => `${name} must be ${expected}`).join("; "));
  }
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: resolve(cwd, data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    publicUrl: data.PUBLIC_URL,
    secrets: data.SECRET,
    voteRateLimit: data.VOTE_RATE_LIMIT,
    trustProxy: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
    metricsPort: data.METRICS_PORT,
  };
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol);
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
}

function splitSecrets(text: string): readonly string[] | null {
  const secrets = text.split(",").map((secret) => secret.trim());
  return secrets.every((secret) => secret !== "") ? secrets : null;
}

/** proxy-addr's own names for ranges. */
const ranges = new Set(["loopback", "linklocal", "uniquelocal"]);

function readTrust(text: string): boolean | number | string | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  const addresses = text.split(",").map((address) => address.trim());
  const known = addresses.every(
    (address) => ranges.has(address) || ipaddr.isValid(address) || ipaddr.isValidCIDR(address),
  );
  return known ? addresses.join(",") : null;
}
