// JavaScript, because an older Node has to be able to read it.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The first that has Temporal. */
export const oldestMajor = 26;

export const isNewEnough = Number(process.versions.node.split(".")[0]) >= oldestMajor;

const { platform, arch } = process;
const system = platform === "win32" ? "win" : platform;

/** The npm package that holds the Node for this machine. */
export const nodePackage = `node${platform === "darwin" && arch === "arm64" ? "-bin" : ""}-${system}-${arch}`;

/** The newer Node among the package's dependencies; null when it is not installed. */
export function ownNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${nodePackage}/package.json`));
    const path = join(folder, "bin", platform === "win32" ? "node.exe" : "node");
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}
