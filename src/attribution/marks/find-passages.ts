import type { Lexicon } from "#attribution/words/lexicon.ts";
import type { Span } from "#text/spans.ts";
import { findGlyphs } from "./glyphs.ts";
import { decideMarkStyle, type MarkStyle } from "./mark-style.ts";
import { pairMarks } from "./pair-marks.ts";
import type { Passage } from "./passage.ts";
import { type Mark, readMarks } from "./read-marks.ts";
import { splitLabel } from "./transcript.ts";

/**
 * Finds the passages between quotation marks: decides the story's mark style, then pairs the marks of one
 * paragraph after the other, so that a mistake in one never reaches the next.
 */
export function findPassages(
  text: string,
  paragraphs: readonly Span[],
  lexicon: Lexicon,
): { readonly passages: readonly Passage[]; readonly singleMarks: boolean } {
  const glyphs = findGlyphs(text);
  const style = decideMarkStyle(text, glyphs);
  const passages: Passage[] = [];
  let open: Mark["family"] | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    const marks = readMarks(text, glyphs, paragraph, style);
    const first = marks[0];
    const continues = open !== null && first?.at === paragraph.start && first.opens;
    const before = passages.length;
    const next = paragraphs[index + 1];
    const mayContinue = next !== undefined && opensWithMark(text, glyphs, next, style);
    open = pairMarks({ text, paragraph, index, marks, style, lexicon, mayContinue }, passages);
    const start = passages[before];
    if (start?.start === paragraph.start + 1) passages[before] = splitLabel(text, { ...start, continues });
  }
  return { passages, singleMarks: style.singleMarks };
}

function opensWithMark(text: string, glyphs: readonly number[], paragraph: Span, style: MarkStyle): boolean {
  const mark = readMarks(
    text,
    glyphs,
    { start: paragraph.start, end: Math.min(paragraph.start + 3, paragraph.end) },
    style,
  )[0];
  return mark?.at === paragraph.start && (mark.opens || !mark.closes);
}
