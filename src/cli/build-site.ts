import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { currentBuild, NotBuilt } from "#server/load-bundle.ts";

const program = fileURLToPath(new URL("../build/main.ts", import.meta.url));

/**
 * Builds the site beside the build that may be served already, in a process of its own: the bundler's memory goes
 * with it. Where the development packages are not installed, what was built before does.
 *
 * @returns whether it was built
 * @throws NotBuilt when there is nothing to serve then
 */
export async function buildSite(dist: string): Promise<boolean> {
  if (!isInstalled("vite")) {
    await currentBuild(dist).catch(() => {
      throw new NotBuilt(
        "there is no build to serve, and building needs the development packages: `npm ci --include=dev`",
      );
    });
    return false;
  }
  // Its report goes where messages go: a server's standard output is its address.
  const child = spawn(process.execPath, [program], { stdio: ["ignore", 2, 2] });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    process.exit(128 + constants.signals[signal]);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const [status] = await once(child, "exit");
  process.off("SIGINT", stop).off("SIGTERM", stop);
  if (status !== 0) throw new NotBuilt("the site could not be built");
  return true;
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}
