import type { Plugin, Rolldown } from "vite";

/** Which modules' styles are not in every page, as patterns of their paths. */
export interface Sheets {
  /** By the view that alone needs them from its first frame. */
  readonly views: Readonly<Record<string, RegExp>>;
  /** Parts that only a script brings up. */
  readonly late: RegExp;
}

/**
 * Puts the styles of what the server draws into the template: a first paint
 * that waits for no second request. A view's own stand in a
 * `<style data-view>`, which the server leaves out of other views' pages. All
 * that is not in every page comes in one file with the scripts, after the
 * first frame, for where the reader goes next.
 */
export function inlineStyles({ views, late }: Sheets): Plugin {
  const inline: string[] = [];
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
        const take = (of: RegExp) =>
          takeStyles(chunks, bundle, ({ moduleIds }) => moduleIds.some((id) => of.test(id)));
        const ofViews = Object.entries(views).map(([view, modules]) => [view, take(modules)] as const);
        const source = [...ofViews.map(([, text]) => text), take(late)].join("");
        lateFile = this.getFileName(this.emitFile({ type: "asset", name: "late.css", source }));
        const ofEntry = takeStyles(chunks, bundle, ({ isEntry }) => isEntry);
        inline.push(`<style>${ofEntry}${takeStyles(chunks, bundle, () => true)}</style>`);
        for (const [view, text] of ofViews) inline.push(`<style data-view="${view}">${text}</style>`);
      },
    },
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        html
          .replace("</head>", () => `${inline.join("")}\n  </head>`)
          .replace("</template>", () => `<link rel="stylesheet" href="/${lateFile}"></template>`),
    },
  };
}

/** Takes the stylesheets of some chunks out of the bundle, so that nothing else asks for them, and gives their text. */
function takeStyles(
  chunks: readonly Rolldown.OutputChunk[],
  bundle: Rolldown.OutputBundle,
  are: (chunk: Rolldown.OutputChunk) => boolean,
): string {
  const texts: string[] = [];
  for (const { viteMetadata } of chunks.filter(are)) {
    for (const file of viteMetadata?.importedCss ?? []) {
      const asset = bundle[file];
      if (asset?.type === "asset") texts.push(String(asset.source).replace("/*$vite$:1*/", "").trim());
      delete bundle[file];
    }
    viteMetadata?.importedCss.clear();
  }
  return texts.join("");
}
