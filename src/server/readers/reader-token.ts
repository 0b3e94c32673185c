import { createHmac, hash, randomBytes, timingSafeEqual } from "node:crypto";

/** Who a token says that its bearer is. */
export interface ReaderToken {
  /** Opaque: 22 characters that say nothing about anybody. */
  readonly reader: string;
  /** Seconds since 1970. */
  readonly issued: number;
  /** Whether the secret that signs today signed it; false after a rotation. */
  readonly current: boolean;
}

/** How long a token is accepted, in seconds: the longest that browsers keep a cookie (400 days). */
export const tokenLifetime = 400 * 86_400;
/**
 * How far ahead the clock that issued a token may have run, in seconds: a day,
 * because one that was wrong by an hour or a time zone is set right some time,
 * and whoever voted before must not become somebody else.
 */
const clockSkew = 86_400;

const shape = /^([A-Za-z0-9_-]{22})\.([0-9a-z]{6,8})\.([A-Za-z0-9_-]{43})$/;

/** A reader nobody has met. */
export function newReader(): string {
  return randomBytes(16).toString("base64url");
}

/**
 * The reader behind an `Idempotency-Key`: on every server and after every
 * rotation the same. It needs no secret, because an id alone opens nothing:
 * only a signed token does, and the key itself would get one anyway.
 */
export function readerOfKey(key: string): string {
  return hash("sha256", `verbatim reader of key ${key.toLowerCase()}`, "base64url").slice(0, 22);
}

/** `reader.issued.signature` */
export function signToken(reader: string, issued: number, secret: string): string {
  const signed = `${reader}.${issued.toString(36)}`;
  return `${signed}.${signature(signed, secret)}`;
}

/**
 * Reads a token that any of the secrets signed; null when it is forged,
 * altered, cut short, expired or from the future.
 *
 * @param now seconds since 1970
 */
export function readToken(token: string, secrets: readonly string[], now: number): ReaderToken | null {
  const [, reader, issuedText, given] = shape.exec(token) ?? [];
  if (reader === undefined || issuedText === undefined || given === undefined) return null;
  const issued = Number.parseInt(issuedText, 36);
  if (issued > now + clockSkew || issued + tokenLifetime <= now) return null;
  const signed = `${reader}.${issuedText}`;
  const by = secrets.findIndex((secret) => equal(given, signature(signed, secret)));
  return by === -1 ? null : { reader, issued, current: by === 0 };
}

function signature(signed: string, secret: string): string {
  return createHmac("sha256", secret).update(`verbatim reader token ${signed}`).digest("base64url");
}

/** Compares the text, not what it decodes to: base64 has several spellings of the same bytes. */
function equal(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
