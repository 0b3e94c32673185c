import type { SourceText } from "#store/store.ts";
import { decodeText } from "./decode-text.ts";
import { openMail } from "./open-mail.ts";
import { openWord } from "./open-word.ts";
import { formatOfBytes, formatOfText, type SourceFormat } from "./source-format.ts";

/** A document as a text of one of the formats that are kept. */
export type DocumentText = Pick<SourceText, "format" | "text">;

/**
 * Opens a document's bytes: decodes a text, takes a mail or a Word document apart. `told` is the format that its name
 * or its server tells; the bytes overrule it where they can be nothing else. Rejects with Unreadable.
 */
export async function openDocument(
  bytes: Uint8Array,
  told: SourceFormat | null,
  charset: string | null = null,
): Promise<DocumentText> {
  const sure = formatOfBytes(bytes);
  // A page or Markdown may begin with lines that look like a mail's.
  const format = sure === "mail" && told !== null && told !== "text" ? told : (sure ?? told);
  if (format === "word") return openWord(bytes);
  if (format === "mail") return openMail(bytes);
  const text = decodeText(bytes, format ?? "text", charset);
  return { format: format ?? formatOfText(text), text };
}
