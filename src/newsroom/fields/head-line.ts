import { authorNames, readByline } from "./byline.ts";
import { readPictureLine } from "./credit.ts";
import { readDateLine } from "./date.ts";

/** A line that tells of the story instead of telling it. A date that nobody can tell (“3 hours ago”) is null. */
export type HeadLine =
  | { readonly kind: "date"; readonly date: string | null; readonly isChange: boolean }
  | { readonly kind: "byline"; readonly author: string; readonly date: string | null }
  | { readonly kind: "picture"; readonly caption: string | null; readonly credit: string | null };

/**
 * Reads a date line, byline or picture line, or a byline and date in one (“By Ada Berg | 12 July 2018”,
 * “Posted on 12 July 2018 by Ada Berg”); else null. “3 hours ago” is counted from `savedAt`, where that is known.
 */
export function readHeadLine(
  line: string,
  lang: string | null,
  savedAt: Date | null = null,
): HeadLine | null {
  if (line.length > longestHeadLine) return null;
  const picture = readPictureLine(line);
  if (picture !== null) return { kind: "picture", ...picture };
  const date = readDateLine(line, lang, savedAt);
  if (date !== null) return { kind: "date", ...date };
  return readDatedByline(line, lang, savedAt) ?? readDateThenByline(line, lang, savedAt) ?? undated(line);
}

/** “North Wire”, “Staff Writer”: under a byline, for whom or as what somebody wrote. */
export const isHouseLine = (line: string): boolean =>
  /^(?:\p{Lu}[\p{L}.&'’-]+\s+){0,4}(?:press|wire|news|agency|service|times|post|herald|gazette|writer|correspondent|reporter|editor|staff|bureau)s?$/iu.test(
    line,
  ) && /^\p{Lu}/u.test(line);

type Byline = HeadLine & { readonly kind: "byline" };

/** Longer than any date, byline or caption's credit. */
const longestHeadLine = 250;

/** Where a byline may end and its date begin: “By Ada Berg | The Courier | 12 July”, “… on Friday 12 July”, “… 12 July”. */
const boundary = /\s*[|·•–—,]\s*|\s+(?:on|am|le|el|il)\s+|\s+(?=\d)/giu;

function readDatedByline(line: string, lang: string | null, savedAt: Date | null): Byline | null {
  for (const { index, 0: between } of line.matchAll(boundary)) {
    const author = readByline(line.slice(0, index));
    const day = author === null ? null : readDateLine(line.slice(index + between.length), lang, savedAt);
    if (author !== null && day !== null) return { kind: "byline", author, date: day.date };
  }
  return readNamesThenDate(line, lang, savedAt);
}

/** “Ada Berg | Friday, 12 July 2018”: a bar, and nothing but two or three words and a whole date, says it without “by”. */
function readNamesThenDate(line: string, lang: string | null, savedAt: Date | null): Byline | null {
  const [, names, rest] =
    /^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2})\s*[|·•]\s*(.+)$/u.exec(line) ?? [];
  if (names === undefined || rest === undefined || isHouseLine(names)) return null;
  const day = readDateLine(rest, lang, savedAt);
  const author = day === null ? null : authorNames(names);
  return author === null || day === null ? null : { kind: "byline", author, date: day.date };
}

function readDateThenByline(line: string, lang: string | null, savedAt: Date | null): Byline | null {
  const at = line.search(/\s(?:by|von|par|por|di|door|av|af)\s+(?=\p{Lu})/iu);
  if (at <= 0) return null;
  const author = readByline(line.slice(at).replace(/\s+in\s+\p{Lu}[\p{L} ]*$/u, ""));
  const posted = line.slice(0, at).replace(/^(?:submitted|written|filed)\s+(?:on\s+)?/iu, "");
  const day = author === null ? null : readDateLine(posted.replace(/[\s|·•–—,]+$/u, ""), lang, savedAt);
  return author === null || day === null ? null : { kind: "byline", author, date: day.date };
}

function undated(line: string): Byline | null {
  const author = readByline(line);
  return author === null ? null : { kind: "byline", author, date: null };
}
