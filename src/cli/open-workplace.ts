import { join } from "node:path";
import type { Log, Store } from "#store/store.ts";
import { readConfig } from "./config.ts";
import { openNamedStore } from "./open-named-store.ts";
import { say } from "./terminal.ts";

/** What most commands work with. */
export interface Workplace {
  readonly store: Store;
  /** Where pictures are kept, and the server finds them. */
  readonly imagesDir: string;
  readonly siteUrl: string;
}

/** Commands tell of their own work; only warnings of the store are worth a line. */
const log: Log = {
  info: () => {},
  warn: (_, message) => say(message),
};

/** Opens the store that the environment names. */
export async function openWorkplace(): Promise<Workplace> {
  const config = readConfig(process.env);
  const { dataDir, publicUrl, port } = config;
  const siteUrl = publicUrl ?? `http://localhost:${port}`;
  const store = await openNamedStore(config, siteUrl, log);
  return { store, imagesDir: join(dataDir, "images"), siteUrl };
}
