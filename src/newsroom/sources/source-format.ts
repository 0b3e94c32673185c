import { extname } from "node:path";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { SourceText } from "#store/store.ts";
import type { Fetched } from "./fetch-page.ts";

/** What a source is before it is opened: a text of one of the kept formats, or a document that becomes one. */
export type SourceFormat = SourceText["format"] | "mail" | "word";

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const formats: ReadonlyMap<string, SourceFormat> = new Map<string, SourceFormat>([
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".html", "html"],
  [".htm", "html"],
  [".xhtml", "html"],
  [".txt", "text"],
  [".eml", "mail"],
  [".docx", "word"],
  [".docm", "word"],
]);

/** The format that a file's name tells; null where it tells none. */
export const formatOfName = (path: string): SourceFormat | null =>
  formats.get(extname(path).toLowerCase()) ?? null;

/** A text without a name's help: front matter makes it Markdown, a first tag a page. */
export function formatOfText(text: string): SourceText["format"] {
  if (/^\s*<(?:!doctype html|html|head|body|article|main|div|p|h1)\b/iu.test(text)) return "html";
  return /^(---|\+\+\+)\r?\n[\s\S]*?\r?\n\1\s*(?:\r?\n|$)/u.test(text) ? "markdown" : "text";
}

/** The format of an answer, by its type; null where its bytes must tell. Unreadable for what is no text. */
export function formatOfType({ type, url }: Fetched): SourceFormat | null {
  if (/^(?:text\/html|application\/xhtml\+xml|)$/u.test(type)) return "html";
  if (type === "text/markdown") return "markdown";
  if (type === "text/plain") return formatOfName(new URL(url).pathname) === "markdown" ? "markdown" : "text";
  if (type === "message/rfc822") return "mail";
  if (type === wordType) return "word";
  if (/\bxml\b/u.test(type)) return "html";
  if (
    /^(?:application\/(?:pdf|rtf|msword|octet-stream|vnd\.oasis\.opendocument\.text)|text\/rtf)$/u.test(type)
  )
    return null;
  throw new Unreadable(`is ${type}, not a story`);
}

const asWhat = "open it where it was written, and save it as .docx, .html or .txt";

/** What documents of other formats begin with, and how their owner makes a story of them. */
const refused: readonly (readonly [start: string, advice: string])[] = [
  ["%PDF-", `is a PDF, which keeps lines but no paragraphs: ${asWhat}`],
  ["{\\rtf", `is rich text (RTF): ${asWhat}`],
  ["\xd0\xcf\x11\xe0", `is a document of old Word (.doc): ${asWhat}`],
];
/** What an archive begins with: Word's and OpenDocument's are archives. */
const archive = "PK\x03\x04";

/** The fields that a mail has on its way, and no text about one. */
const transport =
  /^(?:mime-version|message-id|received|return-path|delivered-to|dkim-signature|content-type|x-mailer)\s*:/imu;
const header = /^(?:[A-Za-z][A-Za-z\d-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3,}(?=\r?\n|$)/u;

/**
 * The format that the bytes themselves tell; null where they are a text's. Throws Unreadable, with the way to
 * make a story of it, for documents of formats that are not read.
 */
export function formatOfBytes(bytes: Uint8Array): SourceFormat | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  for (const [signature, advice] of refused) {
    if (start.trimStart().startsWith(signature)) throw new Unreadable(advice);
  }
  if (start.startsWith(archive)) return formatOfArchive(start);
  const top = header.exec(start.slice(0, 50_000).replace(/^From [^\r\n]*\r?\n/u, ""))?.[0];
  return top !== undefined && transport.test(top) && /^from\s*:/imu.test(top) ? "mail" : null;
}

function formatOfArchive(start: string): "word" {
  if (start.includes("word/document.xml")) return "word";
  const isOpenDocument = start.slice(0, 200).includes("application/vnd.oasis");
  throw new Unreadable(
    isOpenDocument
      ? `is an OpenDocument text (.odt): ${asWhat}`
      : "is an archive: unpack it, and bring in what is in it",
  );
}
