import type { Incoming } from "#newsroom/newsroom.ts";
import { pictureBeside, pictureOnline } from "#newsroom/pictures/source-pictures.ts";
import type { StoredPicture } from "#newsroom/pictures/store-picture.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { SourceText } from "#store/store.ts";
import type { FetchPage } from "./fetch-page.ts";
import type { Origin } from "./list-sources.ts";
import { type DocumentText, openDocument } from "./open-document.ts";
import { readBytes } from "./read-bytes.ts";
import { isFeed } from "./read-feed.ts";
import { formatOfName, formatOfType } from "./source-format.ts";

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
      const document = await openDocument(await options.readInput(), null);
      return asOpened(document, null, options, async () => null);
    }
    case "file": {
      const bytes = await readBytes(origin.rawPath ?? origin.source);
      const document = await openDocument(bytes, formatOfName(origin.source));
      const isPage = document.format === "html";
      return asOpened(document, origin.source, options, (src) =>
        pictureBeside(origin.source, src, isPage, options.imagesDir),
      );
    }
    case "url": {
      const page = await options.fetchPage(origin.source, accept);
      const document = await openDocument(page.bytes, formatOfType(page), page.charset);
      return asOpened(document, origin.source, options, (src) =>
        pictureOnline(src, page.url, options.fetchPage, options.imagesDir),
      );
    }
  }
}

function asOpened(
  { format, text }: DocumentText,
  source: string | null,
  { slug, picture, overrides }: SourceOptions,
  pictureOf: Incoming["pictureOf"],
): Opened {
  if (isFeed(text)) return { feed: text, base: source ?? "" };
  return { incoming: { sourceText: { source, format, text, overrides }, slug, picture, pictureOf } };
}
