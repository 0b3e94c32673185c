import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { startServer } from "#server/start-server.ts";
import { freePort } from "#tools/support/free-port.ts";
import { startServer as openServer } from "./support.ts";

test("a server that cannot listen holds on to nothing that would keep its process", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { options, store, stop } = await openServer("SQLite");
  onTestFinished(async () => {
    taken.close();
    await stop();
  });
  const close = vi.spyOn(store, "close");
  const metrics = { host: "127.0.0.1", port: await freePort() };
  const { port } = taken.address() as AddressInfo;
  const address = { host: "127.0.0.1", port };
  await expect(startServer({ ...options, metrics }, address)).rejects.toMatchObject({
    code: "EADDRINUSE",
    port,
  });
  await expect(fetch(`http://127.0.0.1:${metrics.port}/metrics`)).rejects.toThrow();
  expect(close).toHaveBeenCalled();
});
