import { readFile, realpath } from "node:fs/promises";
import { dirname, extname, relative, resolve } from "node:path";
import type { Incoming } from "#newsroom/newsroom.ts";
import { type KeptPicture, keepPicture } from "#newsroom/pictures/store-picture.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { SourceText } from "#store/store.ts";
import { decodeText } from "./decode-text.ts";
import type { Fetched, FetchPage } from "./fetch-page.ts";
import { fileProblem } from "./file-problem.ts";
import type { Origin } from "./list-sources.ts";
import { isFeed } from "./read-feed.ts";

/** What opening a source takes from outside. */
export interface Opening {
  readonly fetchPage: FetchPage;
  readonly readInput: () => Promise<Uint8Array>;
  /** Where pictures are kept; null keeps none (a dry run). */
  readonly imagesDir: string | null;
  readonly slug: string | null;
  readonly picture: KeptPicture | null;
  readonly overrides: SourceText["overrides"];
}

/** A source opened: a story's text, or a feed that names more of them. */
export type Opened = { readonly incoming: Incoming } | { readonly feed: string; readonly base: string };

const accept =
  "text/html, application/xhtml+xml, text/markdown, text/plain, application/rss+xml, application/atom+xml;q=0.9";

/** Opens and decodes a source. Rejects with Unreadable. */
export async function openSource(origin: Origin, opening: Opening): Promise<Opened> {
  switch (origin.kind) {
    case "missing":
      throw new Unreadable(origin.problem);
    case "input": {
      const bytes = await opening.readInput();
      return openText(decodeText(bytes, "text"), null, null, opening, async () => null);
    }
    case "file": {
      const bytes = await readBytes(origin.source);
      const format = formatOfName(origin.source);
      const text = decodeText(bytes, format ?? "text");
      const isPage = format === "html";
      return openText(text, format, origin.source, opening, (src) =>
        pictureBeside(origin.source, src, isPage, opening),
      );
    }
    case "url": {
      const page = await opening.fetchPage(origin.source, accept);
      const format = formatOfType(page);
      const text = decodeText(page.bytes, format, page.charset);
      return openText(text, format, origin.source, opening, (src) => pictureOnline(src, page.url, opening));
    }
  }
}

function openText(
  text: string,
  format: SourceText["format"] | null,
  source: string | null,
  { slug, picture, overrides }: Opening,
  pictureOf: Incoming["pictureOf"],
): Opened {
  if (isFeed(text)) return { feed: text, base: source ?? "" };
  const sourceText: SourceText = { source, format: format ?? formatOfText(text), text, overrides };
  return { incoming: { sourceText, slug, picture, pictureOf } };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const problem = fileProblem(error);
    throw problem === null ? error : new Unreadable(problem);
  }
}

const formats: ReadonlyMap<string, SourceText["format"]> = new Map<string, SourceText["format"]>([
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".html", "html"],
  [".htm", "html"],
  [".xhtml", "html"],
  [".txt", "text"],
]);

const formatOfName = (path: string): SourceText["format"] | null =>
  formats.get(extname(path).toLowerCase()) ?? null;

/** A text without a name's help: front matter makes it Markdown, a first tag a page. */
function formatOfText(text: string): SourceText["format"] {
  if (/^\s*<(?:!doctype html|html|head|body|article|main|div|p|h1)\b/iu.test(text)) return "html";
  return /^---\r?\n[\s\S]*?\r?\n---\s*(?:\r?\n|$)/u.test(text) ? "markdown" : "text";
}

function formatOfType({ type, url }: Fetched): SourceText["format"] {
  if (/^(?:text\/html|application\/xhtml\+xml|)$/u.test(type)) return "html";
  if (type === "text/markdown") return "markdown";
  if (type === "text/plain") return formatOfName(new URL(url).pathname) === "markdown" ? "markdown" : "text";
  if (/\bxml\b/u.test(type)) return "html";
  throw new Unreadable(`is ${type}, not a story`);
}

/**
 * A picture that lies beside a story. A publisher's own front matter may name
 * any file, and must name one that is there; a saved page, which anybody may
 * have written, only what lies below its own folder.
 */
async function pictureBeside(
  story: string,
  src: string,
  isPage: boolean,
  opening: Opening,
): Promise<KeptPicture | null> {
  if (/^(?:[a-z]+:)?\/\//iu.test(src)) return null;
  const folder = dirname(story);
  const path = resolve(folder, isPage ? decodeURIComponentSafely(src.replace(/[?#].*$/u, "")) : src);
  try {
    if (isPage && relative(await realpath(folder), await realpath(path)).startsWith("..")) return null;
    return await keepPicture(await readFile(path), opening.imagesDir);
  } catch (error) {
    if (isPage) return null;
    if (error instanceof Unreadable) throw new Unreadable(`names an image that ${error.message}: ${src}`);
    throw new Unreadable(`names an image that is not there: ${src}`);
  }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A fetched page's picture; a page without it is still a story. */
async function pictureOnline(src: string, base: string, opening: Opening): Promise<KeptPicture | null> {
  const url = URL.parse(src, base);
  if (url === null || !/^https?:$/u.test(url.protocol)) return null;
  try {
    const { bytes } = await opening.fetchPage(url.href, "image/*");
    return await keepPicture(bytes, opening.imagesDir);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
