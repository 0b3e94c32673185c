import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RenderPage } from "#model/page.ts";
import { readTemplate } from "./pages/page-template.ts";
import { renderOnThreads } from "./pages/render-pool.ts";
import { inlineSources } from "./security/inline-sources.ts";
import type { SiteBundle } from "./site-bundle.ts";

/** Nothing was built that could be served. */
export class NotBuilt extends Error {
  override name = "NotBuilt";
}

/** What a source file was built into, as Vite's manifest says it. */
interface BuiltChunk {
  readonly file: string;
  readonly css?: readonly string[];
}

/** The folder of the build that is served next, as src/build/builds.ts names it. Rejects with NotBuilt before there is one. */
export async function currentBuild(dist: string): Promise<string> {
  const { build }: { build: string } = JSON.parse(
    await readFile(join(dist, "current.json"), "utf8").catch(notBuilt),
  );
  return join(dist, build);
}

/** The app as `npm run build` left it in `dist`. Rejects with NotBuilt where it did not. */
export async function loadBundle(dist: string): Promise<SiteBundle> {
  const folder = await currentBuild(dist);
  // Later builds let this one stand as long as this process runs. Where nothing can be written, nothing is built.
  await writeFile(join(folder, "in-use", String(process.pid)), "").catch(() => {});
  const clientDir = join(folder, "client");
  const html = await readFile(join(clientDir, "index.html"), "utf8").catch(notBuilt);
  const manifest = await readFile(join(clientDir, ".vite", "manifest.json"), "utf8").catch(notBuilt);
  // What was built is for production; React's development build draws a page three times as long.
  process.env.NODE_ENV = "production";
  const file = pathToFileURL(join(folder, "server", "render.js")).href;
  const { render }: { render: RenderPage } = await import(file).catch(notBuilt);
  const template = readTemplate(html);
  const chunks = new Map<string, BuiltChunk>(Object.entries(JSON.parse(manifest)));
  return {
    render: renderOnThreads(render, file),
    template: async () => template,
    filesOf: (modules) => modules.map((module) => linksTo(chunks.get(module))).join(""),
    inline: inlineSources(html),
    clientDir,
    hotReload: null,
  };
}

/** The tags that fetch a chunk with the document: its styles for the first frame, its script for when React comes. */
function linksTo(chunk: BuiltChunk | undefined): string {
  if (chunk === undefined) return "";
  const styles = (chunk.css ?? []).map((file) => `<link rel="stylesheet" href="/${file}" crossorigin>`);
  return `${styles.join("")}<link rel="modulepreload" crossorigin href="/${chunk.file}">`;
}

function notBuilt(error: unknown): never {
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  if (isMissing) throw new NotBuilt("there is no build to serve; run `npm run build` first");
  throw error;
}
