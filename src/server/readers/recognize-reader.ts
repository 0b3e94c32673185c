import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "#model/problem.ts";
import { type ReaderToken, readerOfKey, readToken, signToken, tokenLifetime } from "./reader-token.ts";

/** Who sends a request. */
export interface Recognized {
  readonly reader: string;
  /** Null where only an Idempotency-Key names the reader. */
  readonly token: ReaderToken | null;
}

export interface Readers {
  /** The reader of a request; null for somebody new. ProblemError 400 for a malformed Idempotency-Key. */
  recognize(request: FastifyRequest): Recognized | null;
  /** Puts the reader's cookie on the answer to a vote, unless the one they have will do. */
  remember(reply: FastifyReply, reader: string, token: ReaderToken | null): void;
  /** Takes the cookie away. */
  forget(reply: FastifyReply): void;
}

export interface ReadersOptions {
  readonly secrets: readonly [string, ...string[]];
  /** Whether the site is served over https. */
  readonly secure: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A cookie older than this is written anew at the next vote, so that those who come back stay readers. */
const renewAfter = 30 * 86_400;

/** RFC 9562 in its text form; nil and max are no one's. */
const uuid = /^(?!0{8}|f{8})[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Knows readers by a signed cookie, and by the key of a first vote whose answer was lost. */
export function createReaders({ secrets, secure, now }: ReadersOptions): Readers {
  // The prefix makes browsers refuse a cookie that a neighbouring subdomain set.
  const name = secure ? "__Host-reader" : "reader";
  const cookie = { name, path: "/", httpOnly: true, sameSite: "lax", secure } as const;
  const seconds = (): number => Math.floor(now() / 1000);

  return {
    recognize(request) {
      const presented = parseCookie(request.raw.headers.cookie ?? "")[name];
      const token = presented === undefined ? null : readToken(presented, secrets, seconds());
      const key = idempotencyKey(request);
      if (token !== null) return { reader: token.reader, token };
      return key === null ? null : { reader: readerOfKey(key), token: null };
    },
    remember(reply, reader, token) {
      if (token?.current && seconds() - token.issued < renewAfter) return;
      const value = signToken(reader, seconds(), secrets[0]);
      reply.header("set-cookie", stringifySetCookie({ ...cookie, value, maxAge: tokenLifetime }));
    },
    forget(reply) {
      const gone = { value: "", maxAge: 0, expires: new Date(0) };
      reply.header("set-cookie", stringifySetCookie({ ...cookie, ...gone }));
    },
  };
}

function idempotencyKey(request: FastifyRequest): string | null {
  const given = request.headers["idempotency-key"];
  if (given === undefined) return null;
  // The header's draft standard writes it as a quoted string; plain is common.
  const text = String(given);
  const key = text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  if (uuid.test(key)) return key;
  throw new ProblemError(400, "Bad Request", "The Idempotency-Key is not a UUID.");
}
