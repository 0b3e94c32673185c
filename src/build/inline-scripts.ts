import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";

const placeholders = { "<!--early-->": "early.ts", "<!--arrive-->": "arrive.ts" };

/**
 * Puts the two scripts that must run before the first paint into the template
 * itself, so that they cost no request. They are plain text there: the server
 * hashes them for its content security policy.
 */
export function inlineScripts(folder: URL): Plugin {
  return {
    name: "verbatim:inline-scripts",
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        let page = html;
        for (const [placeholder, file] of Object.entries(placeholders)) {
          const code = await bundled(fileURLToPath(new URL(file, folder)));
          page = page.replace(placeholder, () => `<script>${code}</script>`);
        }
        return page;
      },
    },
  };
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
