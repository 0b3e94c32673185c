import { isSpace, type Span, trimSpan } from "./spans.ts";

/** The paragraphs of a text, parted by blank lines; edge white space belongs to none. Linear in the text. */
export function paragraphs(text: string): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  let line = 0;
  while (line <= text.length) {
    const next = text.indexOf("\n", line);
    const end = next < 0 ? text.length : next;
    if (isBlank(text, line, end)) {
      pushParagraph(found, text, start, line);
      start = end + 1;
    }
    line = end + 1;
  }
  pushParagraph(found, text, start, text.length);
  return found;
}

function pushParagraph(found: Span[], text: string, start: number, end: number): void {
  if (start >= end) return;
  const span = trimSpan(text, { start, end });
  if (span.end > span.start) found.push(span);
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
