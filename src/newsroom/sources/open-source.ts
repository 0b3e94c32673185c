import { readFile } from "node:fs/promises";
import type { Incoming } from "#newsroom/newsroom.ts";
import { pictureBeside, pictureOnline } from "#newsroom/pictures/source-pictures.ts";
import type { StoredPicture } from "#newsroom/pictures/store-picture.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { SourceText } from "#store/store.ts";
import { decodeText } from "./decode-text.ts";
import type { FetchPage } from "./fetch-page.ts";
import { fileProblem } from "./file-problem.ts";
import type { Origin } from "./list-sources.ts";
import { isFeed } from "./read-feed.ts";
import { formatOfName, formatOfText, formatOfType } from "./source-format.ts";

/** What opening a source takes from outside. */
export interface SourceOptions {
  readonly fetchPage: FetchPage;
  readonly readInput: () => Promise<Uint8Array>;
  /** Where pictures are kept; null keeps none (a dry run). */
  readonly imagesDir: string | null;
  readonly slug: string | null;
  readonly picture: StoredPicture | null;
  readonly overrides: SourceText["overrides"];
}

/** A source opened: a story's text, or a feed that names more of them. */
export type Opened = { readonly incoming: Incoming } | { readonly feed: string; readonly base: string };

const accept =
  "text/html, application/xhtml+xml, text/markdown, text/plain, application/rss+xml, application/atom+xml;q=0.9";

/** Opens and decodes a source. Rejects with Unreadable. */
export async function openSource(origin: Origin, options: SourceOptions): Promise<Opened> {
  switch (origin.kind) {
    case "missing":
      throw new Unreadable(origin.problem);
    case "input": {
      const bytes = await options.readInput();
      return openText(decodeText(bytes, "text"), null, null, options, async () => null);
    }
    case "file": {
      const bytes = await readBytes(origin.source);
      const format = formatOfName(origin.source);
      const text = decodeText(bytes, format ?? "text");
      const isPage = format === "html";
      return openText(text, format, origin.source, options, (src) =>
        pictureBeside(origin.source, src, isPage, options.imagesDir),
      );
    }
    case "url": {
      const page = await options.fetchPage(origin.source, accept);
      const format = formatOfType(page);
      const text = decodeText(page.bytes, format, page.charset);
      return openText(text, format, origin.source, options, (src) =>
        pictureOnline(src, page.url, options.fetchPage, options.imagesDir),
      );
    }
  }
}

function openText(
  text: string,
  format: SourceText["format"] | null,
  source: string | null,
  { slug, picture, overrides }: SourceOptions,
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
