import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The secret kept in a data folder; made at the first start, readable by its owner alone. */
export async function keepSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, "secret");
  try {
    await writeFile(path, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const secret = (await readFile(path, "utf8")).trim();
  if (secret === "") throw new Error(`${path} is empty; delete it, and a new secret is made`);
  return secret;
}
