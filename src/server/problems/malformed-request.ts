import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { ConnectionError } from "fastify";
import type { Problem } from "#model/problem.ts";

/** What Node's parser refuses (`clientError`), by its code; everything else is no HTTP. */
const refusals: ReadonlyMap<string, readonly [status: number, detail: string]> = new Map([
  ["HPE_HEADER_OVERFLOW", [431, "The address and headers are longer than 16 kB."]],
  ["ERR_HTTP_REQUEST_TIMEOUT", [408, "The request took too long to arrive."]],
]);
const noHttp = [400, "This is not a well-formed HTTP request."] as const;

/**
 * Answers what never becomes a request, so that no route and no hook sees it, as `application/problem+json`
 * (RFC 9457): a page for it would need a request to be drawn for.
 */
export function refuseMalformed(error: ConnectionError, socket: Socket): void {
  // https://nodejs.org/api/http.html#event-clienterror
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = refusals.get(error.code) ?? noHttp;
  const title = STATUS_CODES[status] ?? "Error";
  const problem: Problem = { type: "about:blank", title, status, detail };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    "Connection: close",
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    "Content-Type: application/problem+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  socket.destroySoon();
}
