import { type DomElement, textLength } from "./dom.ts";
import { namesOf } from "./hidden.ts";

const byline =
  /(?:^|[\s_-])(?:byline|author|post-author|article-author|contributor|posted-by)(?:$|[\s_-]|name|s\b)/iu;
const dateline =
  /(?:^|[\s_-])(?:entry-date|post-date|publish(?:ed)?-?(?:date|time|on)?|pub-?date|dateline|timestamp|date|entry-meta|post-meta|article-meta|meta)(?:$|[\s_-])/iu;
const standfirst =
  /(?:^|[\s_-])(?:standfirst|dek|deck|sub-?title|sub-?head(?:line|ing)?|summary|entry-summary|article-summary|article-excerpt|custom-excerpt|MsoSubtitle|lead-?in)(?:$|[\s_-])/iu;
const kicker =
  /(?:^|[\s_-])(?:kicker|eyebrow|overline|section-label|category|cat-links|rubric|reading-time|read-time|(?:article|post)-tag)(?:$|[\s_-])/iu;
const caption = /(?:^|[\s_-])(?:wp-caption|caption|figure-caption|image-caption|MsoCaption)(?:$|[\s_-])/iu;
/** Systems write a story's categories and tags into the names of the element that holds it. */
const holders = new Set(["article", "main", "body"]);
const longestField = 400;

export type FieldKind = "byline" | "date" | "standfirst" | "kicker" | "caption";

/** Which field of the story an element within it holds; null for the story's own words. */
export function fieldKindOf(element: DomElement): FieldKind | null {
  if (element.localName === "figure" || element.localName === "figcaption") return "caption";
  if (element.localName === "time" && isAlone(element)) return "date";
  if (/byline/iu.test(element.getAttribute("data-component") ?? "")) return "byline";
  const names = namesOf(element);
  if (names === " ") return element.localName === "address" ? "byline" : null;
  if (holders.has(element.localName)) return null;
  if (caption.test(names)) return "caption";
  // What is longer than a line is the story, whatever it is called.
  if (textLength(element) > longestField || element.querySelector("h1") !== null) return null;
  if (standfirst.test(names)) return "standfirst";
  if (byline.test(names)) return "byline";
  if (dateline.test(names)) return "date";
  return kicker.test(names) ? "kicker" : null;
}

/** Whether hardly anything stands beside an element in its line: a date, not a date within a sentence. */
function isAlone(element: DomElement): boolean {
  const { parentElement } = element;
  return parentElement?.localName !== "p" || textLength(parentElement) - textLength(element) < 40;
}
