import { authorNames, readByline } from "#newsroom/fields/byline.ts";
import { readDateValue } from "#newsroom/fields/date.ts";
import { readHeadLine } from "#newsroom/fields/head-line.ts";
import type { Fields } from "#newsroom/story.ts";
import { type DomElement, wordsIn } from "./dom.ts";

const ownName = '[rel="author"], [itemprop="name"], .author, .fn';
/** A byline within a line of several: “Posted on 12 March by Ada Berg · 3 comments”. */
const innerByline = '.byline, [class*="byline" i], [class*="author-name" i], .vcard, .posted-by';

/** Who wrote a story, and when, as an element says it that a page sets apart for that. */
export function datedByline(
  element: DomElement,
  isByline: boolean,
  lang: string | null,
  savedAt: Date | null,
): Pick<Fields, "author" | "datePublished"> {
  const words = wordsIn(element) ?? "";
  const inner = isByline ? null : element.querySelector(innerByline);
  const line = readHeadLine(words, lang, savedAt);
  const told = line?.kind === "byline" ? line : null;
  return {
    author: told?.author ?? authorIn(inner ?? element, isByline || inner !== null),
    datePublished: told?.date ?? dateIn(element, lang, savedAt),
  };
}

function authorIn(element: DomElement, isByline: boolean): string | null {
  const words = wordsIn(element) ?? "";
  const said = readByline(words.split(/\s[|·•]\s/u)[0] ?? "");
  if (said !== null) return said;
  const name = element.querySelector(ownName) ?? element.querySelector("a");
  return isByline || name !== null ? authorNames(wordsIn(name) ?? words) : null;
}

function dateIn(element: DomElement, lang: string | null, savedAt: Date | null): string | null {
  const time = element.localName === "time" ? element : element.querySelector("time");
  const value = time?.getAttribute("datetime") ?? wordsIn(time ?? element);
  if (value === null) return null;
  // Each in an element of its own, with nothing between: “Ada Berg” “May 03, 2024”.
  const parts = [...element.querySelectorAll("*")].flatMap((part) =>
    [...part.children].length === 0 ? (wordsIn(part) ?? []) : [],
  );
  const pieces = [value, ...value.split(/\s[|·•—]\s|,\s(?=\d)/u), ...parts];
  for (const piece of pieces) {
    const date = readDateValue(piece, lang, savedAt);
    if (date !== null) return date;
  }
  return null;
}
