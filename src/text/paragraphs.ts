import { isSpace, type Span, trimSpan } from "./spans.ts";

/** The paragraphs of a text, parted by blank lines; edge white space belongs to none. Linear in the text. */
function paragraphs(text: string): readonly Span[] {
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

/**
 * The paragraphs and, where lines inside them end like paragraphs do, each line: a list of remarks signed with a
 * dash, a poem. Lines that were only wrapped stay together.
 */
export function lines(text: string): readonly Span[] {
  return paragraphs(text).flatMap((paragraph) => {
    const found: Span[] = [];
    let start = paragraph.start;
    for (let at = text.indexOf("\n", start); at >= 0 && at < paragraph.end; at = text.indexOf("\n", at + 1)) {
      const before = text.slice(Math.max(start, at - 4), at).trimEnd();
      const after = text.slice(at + 1, at + 6).trimStart();
      if (!/[.!?…”"’»]$/.test(before) && !/^[“"‘'«—―•]/.test(after)) continue;
      pushParagraph(found, text, start, at);
      start = at + 1;
    }
    pushParagraph(found, text, start, paragraph.end);
    return found;
  });
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
