import { readByline } from "./byline.ts";
import { readPictureLine } from "./credit.ts";
import { readDateLine } from "./date.ts";

/** A line that tells of the story instead of telling it. */
export type HeadLine =
  | { readonly kind: "date"; readonly date: string; readonly isChange: boolean }
  | { readonly kind: "byline"; readonly author: string; readonly date: string | null }
  | { readonly kind: "picture"; readonly caption: string | null; readonly credit: string | null };

/** Reads a date line, byline or picture line, or a byline and date in one (“By Ada Berg | 12 July 2018”); else null. */
export function readHeadLine(line: string, lang: string | null): HeadLine | null {
  const picture = readPictureLine(line);
  if (picture !== null) return { kind: "picture", ...picture };
  const date = readDateLine(line, lang);
  if (date !== null) return { kind: "date", ...date };
  const pieces = /^(.+?)\s*(?:[|·•–—]|,(?=\s*\d)|\s(?=\d))\s*(.+)$/u.exec(line);
  if (pieces?.[1] !== undefined && pieces[2] !== undefined) {
    const author = readByline(pieces[1]);
    const day = author === null ? null : readDateLine(pieces[2], lang);
    if (author !== null && day !== null) return { kind: "byline", author, date: day.date };
  }
  const author = readByline(line);
  return author === null ? null : { kind: "byline", author, date: null };
}
