import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readTemplate } from "./pages/page-template.ts";
import type { SiteBundle } from "./site-bundle.ts";

/** The app from its sources, through Vite: every request sees the newest. */
export async function openHotBundle(root: string): Promise<SiteBundle & { close(): Promise<void> }> {
  const { createServer } = await import("vite");
  const vite = await createServer({ root, appType: "custom", server: { middlewareMode: true } });
  return {
    render: async (page, request) => {
      const { render } = await vite.ssrLoadModule("/src/app/entry-server.tsx");
      return render(page, request);
    },
    template: async (path) => {
      const html = await readFile(join(root, "index.html"), "utf8");
      return readTemplate(await vite.transformIndexHtml(path, html));
    },
    filesOf: () => "",
    inline: { scripts: [], styles: [] },
    clientDir: null,
    hotReload: (request, response, next) => vite.middlewares(request, response, next),
    close: () => vite.close(),
  };
}
