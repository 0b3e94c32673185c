import type { Plugin, Rolldown } from "vite";

/**
 * Puts the styles of all that the server draws into the template: a first
 * paint that waits for no second request. Styles of the `late` parts, which
 * only a script brings up, come in one file with the scripts, after the first
 * frame.
 *
 * @param late matches the modules of those parts; a part that is not named is styled from the start
 */
export function inlineStyles(late: RegExp): Plugin {
  let first = "";
  let lateFile = "";
  return {
    name: "verbatim:inline-styles",
    apply: "build",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "client",
    generateBundle: {
      order: "pre",
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const isLate = (chunk: Rolldown.OutputChunk) => chunk.moduleIds.some((id) => late.test(id));
        const inOrder = [
          ...chunks.filter(({ isEntry }) => isEntry),
          ...chunks.filter(({ isEntry }) => !isEntry),
        ];
        first = takeStyles(
          inOrder.filter((chunk) => !isLate(chunk)),
          bundle,
        );
        const source = takeStyles(inOrder.filter(isLate), bundle);
        lateFile = this.getFileName(this.emitFile({ type: "asset", name: "late.css", source }));
      },
    },
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        html
          .replace("</head>", () => `<style>${first}</style>\n  </head>`)
          .replace("</template>", () => `<link rel="stylesheet" href="/${lateFile}"></template>`),
    },
  };
}

/** Takes the chunks' stylesheets out of the bundle, so that nothing else asks for them, and gives their text. */
function takeStyles(chunks: readonly Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): string {
  const texts: string[] = [];
  for (const { viteMetadata } of chunks) {
    for (const file of viteMetadata?.importedCss ?? []) {
      const asset = bundle[file];
      if (asset?.type === "asset") texts.push(String(asset.source).trim());
      delete bundle[file];
    }
    viteMetadata?.importedCss.clear();
  }
  return texts.join("");
}
