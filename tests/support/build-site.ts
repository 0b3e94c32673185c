import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Builds the client and the server render: end-to-end tests see what readers get. */
export default async function buildSite(): Promise<void> {
  await promisify(execFile)("npm", ["run", "--silent", "build"], { cwd: root, maxBuffer: 2 ** 26 });
}
