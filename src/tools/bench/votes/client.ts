import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** One HTTP connection that stays open and sends one request after the other. */
export interface Client {
  /** Sends a request, written out; resolves with the answer's status once all of it is here. */
  send(request: string): Promise<number>;
  close(): void;
}

/**
 * Opens a connection that costs next to nothing beside a server's work: a load
 * measured with a full HTTP client would mostly measure that client.
 * It understands answers that carry `Content-Length`.
 */
export async function openClient(port: number): Promise<Client> {
  const socket: Socket = connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  socket.setEncoding("latin1");
  await once(socket, "connect");
  let received = "";
  let waiting: { resolve: (status: number) => void; reject: (reason: unknown) => void } | null = null;
  const fail = (reason: unknown) => {
    waiting?.reject(reason);
    waiting = null;
  };
  socket.on("data", (chunk: string) => {
    received += chunk;
    const headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, headEnd + 2))?.[1];
    if (length === undefined) return fail(new Error(`an answer without a length:\n${received}`));
    if (received.length < headEnd + 4 + Number(length)) return;
    const status = Number(received.slice(9, 12));
    received = "";
    waiting?.resolve(status);
    waiting = null;
  });
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("the server hung up")));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}
