import { randomUUID } from "node:crypto";
import { openClient } from "./client.ts";

export interface LoadResult {
  readonly votesPerSecond: number;
  /** Milliseconds that 99 of 100 votes stayed under, from sending to the answer. */
  readonly p99: number;
}

/** The first vote of a new reader, as the page sends it. */
function voteRequest(slug: string): string {
  const body = Math.random() < 0.7 ? '{"enjoyed":true}' : '{"enjoyed":false}';
  return [
    `POST /api/articles/${slug}/vote HTTP/1.1`,
    "Host: localhost",
    "Content-Type: application/json",
    `Idempotency-Key: ${randomUUID()}`,
    `Content-Length: ${body.length}`,
    "",
    body,
  ].join("\r\n");
}

/** Lets a number of clients vote one vote after the other for some seconds; every answer must be a 200. */
export async function loadVotes(
  port: number,
  { clients, seconds, slug }: { readonly clients: number; readonly seconds: number; readonly slug: string },
): Promise<LoadResult> {
  const connections = await Promise.all(Array.from({ length: clients }, () => openClient(port)));
  const latencies: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  await Promise.all(
    connections.map(async (connection) => {
      for (let sent = performance.now(); sent < end; ) {
        const status = await connection.send(voteRequest(slug));
        const answered = performance.now();
        if (status !== 200) throw new Error(`a vote was answered with ${status}`);
        latencies.push(answered - sent);
        sent = answered;
      }
    }),
  );
  const elapsed = (performance.now() - begun) / 1_000;
  for (const connection of connections) connection.close();
  latencies.sort((one, other) => one - other);
  return {
    votesPerSecond: latencies.length / elapsed,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
  };
}
