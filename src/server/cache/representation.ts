import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";

export type Encoding = "br" | "gzip" | "identity";

/** Browsers send a handful of different headers; what they ask for is worked out once. */
const known = new LRUCache<string, Encoding>({ max: 200 });
/** Best first. */
const encodings = ["br", "gzip", "identity"] as const;

/** What the library does, of which its types lack the options. */
interface EncodingNegotiator {
  encodings(available: readonly string[], options: { readonly preferred: readonly string[] }): string[];
}

/**
 * The encoding that an `Accept-Encoding` header likes best (RFC 9110, section
 * 12.5.3), ours where it likes several as much; plain where there is no header,
 * or none that we have is acceptable.
 */
export function encodingFor(acceptEncoding: string | string[] | undefined): Encoding {
  if (typeof acceptEncoding !== "string") return "identity";
  const found = known.get(acceptEncoding);
  if (found !== undefined) return found;
  const negotiator: EncodingNegotiator = new Negotiator({ headers: { "accept-encoding": acceptEncoding } });
  const [best] = negotiator.encodings(encodings, { preferred: encodings });
  const encoding = encodings.find((one) => one === best) ?? "identity";
  known.set(acceptEncoding, encoding);
  return encoding;
}

/** What an address answers, before it is compressed. */
export interface Written {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer, ready for the wire. */
export interface Representation {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The headers of a 304: what a cache refreshes. */
  readonly unchanged: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly body: Buffer;
}

/**
 * How well an answer is compressed. `quick` takes some milliseconds, once;
 * brotli's best is an eighth smaller and takes a fifth of a second to seconds.
 */
export type Effort = "quick" | "best";

const brotliQuality: Readonly<Record<Effort, number>> = { quick: 5, best: constants.BROTLI_MAX_QUALITY };

const compressed: Readonly<Record<Encoding, (body: Buffer, effort: Effort) => Promise<Buffer>>> = {
  br: (body, effort) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
  identity: async (body) => body,
};

export function compress(text: string, encoding: Encoding, effort: Effort): Promise<Buffer> {
  return compressed[encoding](Buffer.from(text), effort);
}

/**
 * Writes an answer down for the wire, compressed once for everybody who takes
 * that encoding. Its tag is that of what it says, however well it is compressed:
 * a weak one, since the bytes may differ (RFC 9110, section 8.8.1).
 */
export async function represent(
  written: Written,
  encoding: Encoding,
  effort: Effort,
): Promise<Representation> {
  const plain = Buffer.from(written.body);
  const digest = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  const body = await compressed[encoding](plain, effort);
  const etag = encoding === "identity" ? `"${digest}"` : `W/"${digest}-${encoding}"`;
  const { vary: depends } = written.headers;
  const vary = depends === undefined ? "Accept-Encoding" : `Accept-Encoding, ${depends}`;
  const cacheControl = written.headers["cache-control"];
  return {
    status: written.status,
    etag,
    body,
    unchanged: { etag, vary, ...(cacheControl === undefined ? {} : { "cache-control": cacheControl }) },
    headers: {
      ...written.headers,
      etag,
      vary,
      "content-length": String(body.length),
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    },
  };
}
