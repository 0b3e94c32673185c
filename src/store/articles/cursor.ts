import { ProblemError } from "#model/problem.ts";

/** The last row of a page: where the page after it goes on. */
export interface Place {
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly id: number;
}

/** A place as an opaque piece of an address. */
export function writeCursor({ publishedAt, id }: Place): string {
  return Buffer.from(`${publishedAt}.${id}`).toString("base64url");
}

/** The place that a cursor names; a ProblemError 400 for anything that `writeCursor` does not write. */
export function readCursor(cursor: string): Place {
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  const [, publishedAt, id] = /^(-?\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  const place = { publishedAt: Number(publishedAt), id: Number(id) };
  if (writeCursor(place) === cursor) return place;
  throw new ProblemError(400, "Bad Request", "The cursor is not one that a list of stories gave out.");
}
