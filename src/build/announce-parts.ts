import type { Plugin, Rolldown } from "vite";

/**
 * Puts the entry and every part that it will ask for at the document's end,
 * inside a `<template>`: arrive.ts lets them out when the first frame is on its
 * way. Found by the browser earlier, they would share a slow line and a slow
 * processor with the story itself; found one by one, each would wait for the
 * one before it.
 */
export function announceParts(): Plugin {
  return {
    name: "verbatim:announce-parts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, chunk: entry }) {
        if (bundle === undefined || entry === undefined) return html;
        const script = /\s*<script[^>]*type="module"[^>]*><\/script>/.exec(html)?.[0] ?? "";
        const links = partsOf(entry, bundle).map(
          (file) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/${file}">`,
        );
        return html
          .replace(script, "")
          .replace(/\s*<link rel="modulepreload"[^>]*>/g, "")
          .replace("</template>", () => `${links.join("")}${script.trim()}</template>`);
      },
    },
  };
}

/** What the entry imports, now or in a moment, and all that those parts import. */
function partsOf(entry: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): readonly string[] {
  const files = new Set<string>();
  const add = (file: string): void => {
    const chunk = bundle[file];
    if (chunk?.type !== "chunk" || files.has(file)) return;
    files.add(file);
    chunk.imports.forEach(add);
  };
  [...entry.imports, ...entry.dynamicImports].forEach(add);
  return [...files];
}
