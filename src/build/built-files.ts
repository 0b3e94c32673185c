import { readFileSync } from "node:fs";
import type { Manifest, Plugin } from "vite";

/**
 * `virtual:built-files`: the addresses of the scripts, styles and first faces
 * that the client was built into, for the service worker to keep. Faces that a
 * reader or an alphabet has to ask for are kept when they are used. The worker
 * is built after the client, whose manifest names them.
 */
export function builtFiles(manifest: URL): Plugin {
  const id = "virtual:built-files";
  return {
    name: "verbatim:built-files",
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      const chunks = Object.values(JSON.parse(readFileSync(manifest, "utf8")) as Manifest);
      const files = chunks.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
      const kept = [...new Set(files)].filter((file) =>
        /\.(?:js|css)$|source-s\w+-\d-latin-wght-normal-[^/]*\.woff2$/.test(file),
      );
      return `export const builtFiles = ${JSON.stringify(kept.map((file) => `/${file}`))};`;
    },
  };
}
