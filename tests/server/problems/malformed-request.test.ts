import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { startServer } from "../support.ts";

test.each([
  [431, "Request Header Fields Too Large", `GET /?${"a".repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
  [431, "Request Header Fields Too Large", `GET / HTTP/1.1\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`],
  [400, "Bad Request", "HELLO\r\n\r\n"],
])("what is no request is answered with %i as problem+json", async (status, title, bytes) => {
  const { app, stop } = await startServer("SQLite");
  onTestFinished(stop);
  await app.listen({ host: "127.0.0.1", port: 0 });
  const socket = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(bytes);
  const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} ${title}\r\n`));
  expect(head.toLowerCase()).toContain("content-type: application/problem+json");
  expect(head.toLowerCase()).toContain("cache-control: no-store");
  expect(head.toLowerCase()).toContain(`content-length: ${Buffer.byteLength(body)}`);
  expect(JSON.parse(body)).toEqual({ type: "about:blank", title, status, detail: expect.any(String) });
});
