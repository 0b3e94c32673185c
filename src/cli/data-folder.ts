import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "./config.ts";

/** What DATA_DIR holds beside the embedded database. */

type DataDir = Pick<Config, "dataDir">;

/** The stories' pictures: nowhere else. */
export const imagesDirOf = ({ dataDir }: DataDir): string => join(dataDir, "images");
/** What was drawn of quotations: drawn again where it is missing. */
export const cardsDirOf = ({ dataDir }: DataDir): string => join(dataDir, "cards");
/** What signs readers' cookies, where the environment does not say it. */
export const secretFileOf = ({ dataDir }: DataDir): string => join(dataDir, "secret");

/** Its entries' names; none where there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return [];
  });
}

/** Deletes the drawn cards; a running server draws what it is asked for anew. */
export async function emptyCards(dataDir: string): Promise<void> {
  const folder = cardsDirOf({ dataDir });
  const names = await namesIn(folder);
  for (const name of names.filter((each) => each.endsWith(".png")))
    await rm(join(folder, name), { force: true });
}
