import type { Plugin } from "vite";

/** The faces that the first view is set in; the others come when their characters or slopes are met. */
const families = [
  ["Source Serif 4 Variable", /source-serif-4-latin-wght-normal-[^/]*\.woff2$/],
  ["Source Sans 3 Variable", /source-sans-3-latin-wght-normal-[^/]*\.woff2$/],
] as const;

/** Tells the early script in the template where the first view's faces were built to. */
export function firstFaces(): Plugin {
  return {
    name: "verbatim:first-faces",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const files = Object.keys(bundle ?? {});
        const faces = families.flatMap(([family, file]) =>
          files.filter((name) => file.test(name)).map((name) => [family, `/${name}`]),
        );
        return html.replaceAll("__FACES__", () => JSON.stringify(faces));
      },
    },
  };
}
