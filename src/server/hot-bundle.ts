import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { join } from "node:path";
import { readTemplate } from "./pages/page-template.ts";
import type { SiteBundle } from "./site-bundle.ts";

/**
 * The app from its sources, through Vite: every request sees the newest.
 *
 * @param host where the pages' socket for hot reload listens too, on a port that is free
 */
export async function openHotBundle(
  root: string,
  host: string,
): Promise<SiteBundle & { close(): Promise<void> }> {
  const { createServer } = await import("vite");
  const socket = createHttpServer().listen(0, host);
  await once(socket, "listening");
  const address = socket.address();
  if (address === null || typeof address === "string") throw new Error("the socket has no port");
  const vite = await createServer({
    root,
    appType: "custom",
    // By Node itself: Vite's own loader writes a file, which would count as a change of the server.
    configLoader: "native",
    server: { middlewareMode: true, hmr: { server: socket, clientPort: address.port } },
  });
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
    close: async () => {
      await vite.close();
      socket.close();
    },
  };
}
