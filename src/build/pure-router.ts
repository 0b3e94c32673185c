import type { Plugin } from "vite";

/**
 * Says of the router's `React.memo` and `createContext` that they do nothing
 * by themselves. A bundler cannot know, so it would keep all that they name:
 * the matching, drawing and loading of routes, 3 kB that no story uses.
 */
export function pureRouter(): Plugin {
  return {
    name: "verbatim:pure-router",
    apply: "build",
    transform: {
      filter: { id: /node_modules[\\/]react-router[\\/]dist[\\/]/ },
      handler: (code) => code.replace(/= (\w+\$1\.(?:memo|createContext)\()/g, "= /* @__PURE__ */ $1"),
    },
  };
}
