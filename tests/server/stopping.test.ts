import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { startServer } from "./support.ts";

test("a server that stops does not wait for the rest of a request that does not come", async () => {
  const { app, stop } = await startServer("SQLite");
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const halves = [
    "POST /api/articles/story/vote HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20\r\n\r\n{",
    "GET / HT",
  ];
  const sockets = await Promise.all(
    halves.map(async (half) => {
      const socket = connect(port, "127.0.0.1").on("error", () => {});
      await once(socket, "connect");
      socket.write(half);
      return socket;
    }),
  );
  // Both wait in one event loop, so that a busy machine delays both and never turns their order around.
  const ended = await Promise.race([app.close().then(() => "stopped"), pause(5_000, "late")]);
  expect(ended).toBe("stopped");
  for (const socket of sockets) socket.destroy();
  await stop();
});
