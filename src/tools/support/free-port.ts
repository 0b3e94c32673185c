import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Systems give callers a port from 32768 on: one below is free again when a server that stopped comes back.
 * The last that browsers refuse to open in this region is 10080.
 */
const lowest = 10_081;
const highest = 32_767;

/** A port that nobody listens on, and that no caller is given. */
export async function freePort(): Promise<number> {
  const port = lowest + Math.floor(Math.random() * (highest - lowest + 1));
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch {
    return freePort();
  }
  server.close();
  await once(server, "close");
  return port;
}
