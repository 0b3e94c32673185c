import { extname } from "node:path";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { SourceText } from "#store/store.ts";
import type { Fetched } from "./fetch-page.ts";

const formats: ReadonlyMap<string, SourceText["format"]> = new Map<string, SourceText["format"]>([
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".html", "html"],
  [".htm", "html"],
  [".xhtml", "html"],
  [".txt", "text"],
]);

/** The format that a file's name tells; null where it tells none. */
export const formatOfName = (path: string): SourceText["format"] | null =>
  formats.get(extname(path).toLowerCase()) ?? null;

/** A text without a name's help: front matter makes it Markdown, a first tag a page. */
export function formatOfText(text: string): SourceText["format"] {
  if (/^\s*<(?:!doctype html|html|head|body|article|main|div|p|h1)\b/iu.test(text)) return "html";
  return /^(---|\+\+\+)\r?\n[\s\S]*?\r?\n\1\s*(?:\r?\n|$)/u.test(text) ? "markdown" : "text";
}

/** The format of an answer, by its type; Unreadable for what is no text. */
export function formatOfType({ type, url }: Fetched): SourceText["format"] {
  if (/^(?:text\/html|application\/xhtml\+xml|)$/u.test(type)) return "html";
  if (type === "text/markdown") return "markdown";
  if (type === "text/plain") return formatOfName(new URL(url).pathname) === "markdown" ? "markdown" : "text";
  if (/\bxml\b/u.test(type)) return "html";
  throw new Unreadable(`is ${type}, not a story`);
}
