import { readHeadLine } from "#newsroom/fields/head-line.ts";
import {
  type Fields,
  noFields,
  preferFields,
  type RawBlock,
  type Source,
  type StoryParts,
} from "#newsroom/story.ts";
import { fold } from "#text/fold.ts";
import { datedByline } from "./dated-byline.ts";
import { type DomDocument, type DomElement, parsePage, wordsIn } from "./dom.ts";
import { pictureOf } from "./figure.ts";
import { findBody } from "./find-body.ts";
import { readPageMetadata } from "./page-metadata.ts";
import { savedAtOf } from "./saved-at.ts";
import { classStylesOf } from "./style-marks.ts";
import { type Found, walkPage } from "./walk-page.ts";

/** Reads a saved page. Links within it are relative to where it came from. */
export function readHtml({ text, source, lang }: Source): StoryParts {
  const document = parsePage(text);
  const metadata = readPageMetadata(document, lang);
  const savedAt = savedAtOf(text, document);
  const body = findBody(document);
  if (body === null) return { fields: metadata, blocks: [], savedAt };
  const page = { lang: metadata.lang, savedAt };
  const base = baseOf(document, source);
  const { blocks, found } = walkPage(body, {
    base,
    classStyles: classStylesOf(document),
    headline: onlyHeading(document),
  });
  const own = foundFields([...above(body), ...found], page);
  const fields = preferFields(preferFields(metadata, own), linesAbove(document, blocks, page));
  return {
    fields: {
      ...fields,
      description: truerDescription(fields.description, own.description, blocks),
      picture: { ...fields.picture, src: absolute(fields.picture.src, base) },
    },
    blocks,
    savedAt,
  };
}

/** Reads a piece of HTML within a text: its blocks and its first picture. */
export function readHtmlFragment(html: string): StoryParts {
  const { body } = parsePage(html);
  if (body === null) return { fields: noFields, blocks: [], savedAt: null };
  const { blocks, found } = walkPage(body);
  return { fields: foundFields(found, { lang: null, savedAt: null }), blocks, savedAt: null };
}

/** The page's own base, its canonical address, or where it came from. */
function baseOf(document: DomDocument, source: string | null): string | null {
  const candidates = [
    document.querySelector("base[href]")?.getAttribute("href"),
    source,
    document.querySelector('link[rel="canonical"]')?.getAttribute("href"),
    document.querySelector('meta[property="og:url"]')?.getAttribute("content"),
  ];
  return candidates.find((candidate) => candidate && /^https?:/iu.test(candidate)) ?? null;
}

/** A page's one heading of the first rank; of several, any may be a section's. */
function onlyHeading(document: DomDocument): DomElement | null {
  const [first, second] = document.querySelectorAll("h1");
  return second === undefined ? (first ?? null) : null;
}

const absolute = (src: string | null, base: string | null): string | null =>
  src === null || base === null ? src : (URL.parse(src, base)?.href ?? null);

/** The header of a story often stands above its body: standfirst, byline, date and picture. */
function above(body: DomElement): readonly Found[] {
  const scope = body.closest("article") ?? body.closest("main") ?? body.parentElement;
  if (scope === null || scope === body || scope.localName === "html") return [];
  const inOrder = [...scope.querySelectorAll("*")];
  const before = new Set(inOrder.slice(0, Math.max(0, inOrder.indexOf(body))));
  return walkPage(scope).found.filter(({ element }) => before.has(element) && !element.contains(body));
}

/** How far above its body a story's byline and date may stand. */
const mostLinesAbove = 6;

/** Bylines and dates that nothing but their words marks, as newsletters have them. */
function linesAbove(
  document: DomDocument,
  blocks: readonly RawBlock[],
  { lang, savedAt }: DateContext,
): Fields {
  const [first] = blocks;
  if (first === undefined || document.body === null) return noFields;
  const all = walkPage(document.body).blocks;
  const at = all.findIndex(({ text }) => text === first.text);
  let fields = noFields;
  for (const { text } of all.slice(Math.max(0, at - mostLinesAbove), Math.max(0, at))) {
    const line = readHeadLine(text, lang, savedAt);
    if (line?.kind === "date")
      fields = preferFields(fields, { ...noFields, datePublished: line.isChange ? null : line.date });
    if (line?.kind === "byline")
      fields = preferFields(fields, { ...noFields, author: line.author, datePublished: line.date });
  }
  return fields;
}

/** What reading a date takes: its language, and the day that it is counted from. */
interface DateContext {
  readonly lang: string | null;
  readonly savedAt: Date | null;
}

function foundFields(found: readonly Found[], page: DateContext): Fields {
  let fields = noFields;
  for (const { kind, element } of found) fields = preferFields(fields, fieldsOf(kind, element, page, fields));
  return fields;
}

function fieldsOf(kind: Found["kind"], element: DomElement, page: DateContext, already: Fields): Fields {
  switch (kind) {
    case "standfirst":
      return { ...noFields, description: wordsIn(element) };
    case "byline":
    case "date":
      return { ...noFields, ...datedByline(element, kind === "byline", page.lang, page.savedAt) };
    case "caption":
      // Only the first picture is the story's.
      return already.picture.src === null && already.picture.caption === null
        ? { ...noFields, picture: pictureOf(element) }
        : noFields;
    case "kicker":
      return noFields;
  }
}

/**
 * Systems fill a page's description with the beginning of its first
 * paragraph, often cut off (“The pier […]”): the page's own standfirst is
 * truer, and without one there is none.
 */
function truerDescription(
  description: string | null,
  standfirst: string | null,
  blocks: readonly RawBlock[],
): string | null {
  if (description === null || standfirst !== null) return standfirst ?? description;
  const start = fold(description.replace(/\s*(?:\[?(?:…|\.\.\.)\]?|\[&hellip;\])\s*$/u, ""));
  const excerpt = blocks.some(({ type, text }) => {
    const words = fold(text);
    return (
      type === "paragraph" && words.startsWith(start) && (words.length > start.length || /[“”"]/u.test(text))
    );
  });
  return excerpt ? null : description;
}
