import { fileURLToPath } from "node:url";
import { currentBuild, NotBuilt } from "#server/load-bundle.ts";
import { runApart } from "./run-apart.ts";

const program = fileURLToPath(new URL("../build/main.ts", import.meta.url));

/**
 * Builds the site beside the build that may be served already, in a process of its own. Where the development packages are not installed, what was built before does.
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
  const isBuilt = await runApart([program], { env: process.env, cwd: process.cwd() });
  if (!isBuilt) throw new NotBuilt("the site could not be built");
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
