import type { Plugin } from "vite";

/** The faces that the first view is set in; the others come when their characters or slopes are met. */
const firstFaces = /(?:source-serif-4|source-sans-3)-latin-wght-normal-[^/]*\.woff2$/;

/** Announces the first faces in the template, so that they are there when the first line is set. */
export function preloadFonts(): Plugin {
  return {
    name: "verbatim:preload-fonts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => firstFaces.test(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: "", href: `/${file}` },
            injectTo: "head-prepend" as const,
          })),
    },
  };
}
