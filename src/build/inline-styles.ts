import type { Plugin } from "vite";

const stylesheet = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;

/**
 * Puts the entry's stylesheet into the template: a first paint that waits for
 * no second request. Styles of what is loaded later stay in files.
 */
export function inlineStyles(): Plugin {
  return {
    name: "verbatim:inline-styles",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        return html.replace(stylesheet, (link, file: string) => {
          const asset = bundle?.[file];
          if (asset?.type !== "asset") return link;
          return `<style>${String(asset.source).trim()}</style>`;
        });
      },
    },
  };
}
