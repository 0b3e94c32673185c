import { randomBytes, randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { secretFileOf } from "./data-folder.ts";

/**
 * The secret of a data folder; made at the first start, readable by its owner alone. It is written aside and
 * linked into its place, which succeeds once and with a whole file: of several first starts at once, all read the
 * same secret.
 */
export async function ensureSecret(dataDir: string): Promise<string> {
  const path = secretFileOf({ dataDir });
  const existing = await readSecret(path);
  if (existing !== null) return existing;
  const aside = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(aside, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx", flush: true });
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
  const secret = await readSecret(path);
  if (secret === null) throw new Error(`${path} was taken away as it was made`);
  return secret;
}

/** Null where there is none. */
async function readSecret(path: string): Promise<string | null> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return null;
  });
  if (text === null) return null;
  const secret = text.trim();
  if (secret === "") throw new Error(`${path} is empty; delete it, and a new secret is made`);
  return secret;
}
