import sniffEncoding from "html-encoding-sniffer";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { SourceText } from "#store/store.ts";

/** More than any story: a book of three million words. */
export const mostBytes = 20_000_000;

/**
 * A source's bytes as text.
 *
 * Text and Markdown are UTF-8, or UTF-16 with a byte order mark; so is a page
 * whose bytes can be nothing else, whatever its labels say, and any other is what
 * its server, its byte order mark or its own `<meta>` says. What cannot be
 * decoded without loss is Unreadable, for a lost letter would be published as
 * somebody's words.
 */
export function decodeText(
  bytes: Uint8Array,
  format: SourceText["format"],
  charset: string | null = null,
): string {
  if (bytes.length === 0) throw new Unreadable("is empty");
  if (bytes.length > mostBytes) throw new Unreadable(`is larger than ${mostBytes / 1_000_000} MB`);
  const encoding = encodingOf(bytes, format, charset);
  if (!encoding.startsWith("UTF-16") && bytes.includes(0)) throw new Unreadable("is binary, not text");
  const text = decode(bytes, encoding, format);
  if (text.trim() === "") throw new Unreadable("is blank");
  return text;
}

function encodingOf(bytes: Uint8Array, format: SourceText["format"], charset: string | null): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "UTF-16LE"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "UTF-16BE"
        : null;
  if (mark !== null) return mark;
  // Letters beyond ASCII that are valid UTF-8 are so by no chance: tools convert pages and forget their labels.
  if (bytes.some((byte) => byte >= 0x80) && isUtf8(bytes)) return "UTF-8";
  if (format !== "html") return charset ?? "UTF-8";
  return sniffEncoding(bytes, {
    ...(charset === null ? {} : { transportLayerEncodingLabel: charset }),
    defaultEncoding: isUtf8(bytes) ? "UTF-8" : "windows-1252",
  });
}

function decode(bytes: Uint8Array, encoding: string, format: SourceText["format"]): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable(`is in an unknown character set: ${encoding}`);
    const advice = format === "html" ? "" : "; save it as UTF-8";
    throw new Unreadable(`is not valid ${encoding}${advice}`);
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("UTF-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
