import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";

/**
 * Puts into the template what the first frame needs and no request may delay:
 * the styles of what the server draws, and the scripts of src/app/before-paint
 * in the places named for them. They are plain text there; the server hashes
 * them for its content security policy. Vite has no option for either. Without
 * it a story's first paint on slow 4G waits one more round trip, 150 ms.
 *
 * @param scripts by the comment that marks its place
 */
export function firstFrame(scripts: Readonly<Record<string, URL>>): Plugin {
  let styles = "";
  return {
    name: "verbatim:first-frame",
    enforce: "pre",
    generateBundle: {
      order: "pre",
      handler(_, bundle) {
        if (this.environment.name === "client") styles = takeStylesOfEntry(bundle);
      },
    },
    transformIndexHtml: {
      order: "post",
      async handler(html) {
        let page = html.replace("<!--styles-->", () => styles);
        for (const [place, file] of Object.entries(scripts)) {
          const code = await bundled(fileURLToPath(file));
          page = page.replace(place, () => `<script>${code}</script>`);
        }
        return page;
      },
    },
  };
}

/** The stylesheets of the entry as an element; taken out of the bundle, so that nothing else asks for them. */
function takeStylesOfEntry(bundle: Rolldown.OutputBundle): string {
  const texts: string[] = [];
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== "chunk" || !chunk.isEntry) continue;
    for (const file of chunk.viteMetadata?.importedCss ?? []) {
      const asset = bundle[file];
      if (asset?.type === "asset") texts.push(String(asset.source).replace("/*$vite$:1*/", "").trim());
      delete bundle[file];
    }
    chunk.viteMetadata?.importedCss.clear();
  }
  return `<style>${texts.join("")}</style>`;
}

async function bundled(input: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: { write: false, rolldownOptions: { input, output: { format: "iife" } } },
  });
  const [{ output }] = [built].flat() as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  return output[0].code.trim();
}
