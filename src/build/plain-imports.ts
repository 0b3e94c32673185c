import type { Plugin } from "vite";

const helper = "\0vite/preload-helper.js";

/**
 * Dynamic imports as the browser knows them. Vite wraps each in a helper that
 * fetches its styles and its neighbours beforehand; ours have one stylesheet
 * for all and few neighbours, and the helper is weight before the first touch.
 */
export function plainImports(): Plugin {
  return {
    name: "verbatim:plain-imports",
    apply: "build",
    enforce: "pre",
    load: (id) => (id === helper ? "export const __vitePreload = (load) => load();" : null),
  };
}
