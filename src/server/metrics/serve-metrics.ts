import { once } from "node:events";
import { createServer } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Store } from "#store/store.ts";
import { createMetrics } from "./create-metrics.ts";

/**
 * Answers `GET /metrics` on a port of its own, so that no proxy in front of
 * the site shows it to the world. Rejects with the system's own error where
 * the port cannot be had.
 */
export async function openMetrics(
  app: FastifyInstance,
  store: Pick<Store, "ready">,
  address: { readonly host: string; readonly port: number },
): Promise<void> {
  const metrics = createMetrics(app, store);
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    metrics.write().then(
      ({ contentType, text }) => response.writeHead(200, { "content-type": contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(address.port, address.host);
  await once(server, "listening");
  app.addHook("onClose", async () => {
    metrics.close();
    server.close();
    server.closeAllConnections();
  });
}
