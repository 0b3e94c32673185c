/**
 * `npm run build`: builds the client and the server's render into a folder of
 * their own in `dist/`, and makes that the build which is served next. A server
 * that runs keeps the build it began with.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { beginBuild, finishBuild } from "./builds.ts";

const usage = `Usage: npm run build

Builds the client and the server's render into dist/, beside the builds that are being served.`;

const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
if (values.help === true) {
  console.log(usage);
  process.exit();
}

// Readers get React's production build, whatever the shell says. Vite takes what it finds.
process.env.NODE_ENV = "production";
const root = fileURLToPath(new URL("../../", import.meta.url));
const vite = await import("vite").catch((error: unknown) => {
  const isMissing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
  if (!isMissing) throw error;
  console.error("vite is not installed: building needs the development packages (`npm ci --include=dev`)");
  process.exit(1);
});

const build = await beginBuild(`${root}dist`);
const outDir = (name: string) => ({ build: { outDir: `${build.folder}/${name}` } });
const builder = await vite.createBuilder({
  root,
  environments: { client: outDir("client"), worker: outDir("client"), ssr: outDir("server") },
});
await builder.buildApp();
await finishBuild(build);
