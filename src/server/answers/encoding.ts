import { Negotiator } from "@fastify/accept-negotiator";
import { LRUCache } from "lru-cache";

export type Encoding = "br" | "gzip" | "identity";

/** Browsers send a handful of different headers; what they ask for is worked out once. */
const negotiator = new Negotiator<Encoding>({
  supportedValues: ["br", "gzip", "identity"],
  cache: new LRUCache<string, string>({ max: 200 }),
});

/** The best encoding that an `Accept-Encoding` header allows; plain where there is none. */
export function encodingFor(acceptEncoding: string | string[] | undefined): Encoding {
  if (typeof acceptEncoding !== "string") return "identity";
  return negotiator.negotiate(acceptEncoding) ?? "identity";
}
