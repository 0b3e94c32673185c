import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { type ReadSource, readSource } from "#newsroom/reading/read-source.ts";
import { decodeText } from "#newsroom/sources/decode-text.ts";
import type { SourceText } from "#store/store.ts";

const formats: Readonly<Record<string, SourceText["format"]>> = { ".html": "html", ".md": "markdown" };

/** Reads a saved page as the newsroom would. */
export function readPage(path: string): ReadSource {
  const format = formats[extname(path)] ?? "text";
  const text = decodeText(readFileSync(path), format);
  return readSource({ format, text, source: path, lang: null });
}

/** A story as its expectation writes it: fields, a line a block, marks as `type: words → where`. */
export function outline({ story, reading }: ReadSource) {
  return {
    headline: story.headline,
    description: story.description,
    date: story.datePublished,
    author: story.author,
    publisher: story.publisher,
    caption: story.picture.caption,
    credit: story.picture.credit,
    blocks: story.blocks.map(({ type, text }) => `${type}: ${text}`),
    marks: story.blocks.flatMap(({ text, inlines }) =>
      inlines.map(
        ({ type, start, end, href }) =>
          `${type}: ${text.slice(start, end)}${href === null ? "" : ` → ${href}`}`,
      ),
    ),
    quotations: reading.quotations.map(({ text }) => text),
  };
}
