import { type Logger, pino } from "pino";
import type { Output } from "./context.ts";

/** What an error or a request that is logged whole might carry of somebody's. */
const secrets = ["cookie", "authorization", "set-cookie", "idempotency-key"].flatMap((name) =>
  ["headers", "*.headers", "*.*.headers"].map((path) => `${path}["${name}"]`),
);

/** A server's log: a line of JSON an event, and none of them with what would let its reader be somebody else. */
export function openLog(level: string, output: Output): Logger {
  return pino({ level, redact: secrets }, output);
}
