import { existsSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

/**
 * `virtual:client-manifest` is the manifest of the client built just before:
 * the server's render knows from it which file a view will ask for, and names
 * it in the head. Empty where no client was built (development, tests).
 */
export function clientManifest(file: URL): Plugin {
  const id = "virtual:client-manifest";
  return {
    name: "verbatim:client-manifest",
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      const built = this.environment.mode === "build" && existsSync(file);
      return `export const manifest = ${built ? readFileSync(file, "utf8") : "{}"};`;
    },
  };
}
