import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Manifest, Plugin } from "vite";

/**
 * Builds the service worker beside the client, as an environment of its own, and tells it by
 * `virtual:built-files` which scripts, styles and first faces to keep; faces that a reader or an alphabet
 * has to ask for are kept when they are used. The client is built before, and its manifest names them.
 *
 * @param input the worker's module
 */
export function serviceWorker(input: string): Plugin {
  const id = "virtual:built-files";
  let manifest: string | null = null;
  return {
    name: "verbatim:service-worker",
    config: () => ({
      environments: {
        worker: {
          build: {
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: { input, output: { entryFileNames: "service-worker.js", format: "iife" } },
          },
          consumer: "client",
        },
      },
    }),
    configResolved({ root, environments }) {
      manifest = resolve(root, environments.client?.build.outDir ?? "", ".vite/manifest.json");
    },
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}` || manifest === null) return null;
      return `export const builtFiles = ${JSON.stringify(keptFiles(manifest))};`;
    },
  };
}

function keptFiles(manifest: string): readonly string[] {
  const chunks = Object.values(JSON.parse(readFileSync(manifest, "utf8")) as Manifest);
  const files = chunks.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
  return [...new Set(files)]
    .filter((file) => /\.(?:js|css)$|source-s\w+-\d-latin-wght-normal-[^/]*\.woff2$/.test(file))
    .map((file) => `/${file}`);
}
