import { readHeadLine } from "#newsroom/fields/head-line.ts";
import { isHeaderLine } from "#newsroom/fields/mail-header.ts";
import { isReleaseLine } from "#newsroom/fields/release-lines.ts";
import { type Line, linesOf, rowsOf } from "./lines.ts";
import { withoutMarginNotes } from "./margin-notes.ts";
import { closesFirst, OpenMarks } from "./open-marks.ts";
import { unquote } from "./unquote.ts";
import {
  goesOn,
  isEnded,
  isFull,
  isRule,
  isTooWide,
  isUnspaced,
  type Wrapping,
  wrappingOf,
} from "./wrapping.ts";

/** A paragraph of plain text. */
export interface Paragraph {
  readonly text: string;
  /** Whether no blank line stands between it and the one before. */
  readonly isClose: boolean;
}

/** “- the oars”, “3. the oars”: what begins a list’s item. */
export const bullet = /^(?:[-*•‣–]|(\d{1,3})[.)])\s+(?=\S)/u;
/** “THE CHAIR: …”, “Q: …”: a turn of a transcript, where several lines have one. */
const turn = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}:\s/u;
const fewestTurns = 3;
/** Headline, byline and date stand above this line. */
const lastHeadLine = 12;

/**
 * Puts a text's lines together as the paragraphs that they were, whatever broke them: a width of 30 or of 120
 * columns, “> ” before each, indents, a new line in the middle of a quotation. What stands alone (a byline, a date,
 * a mail's header, an item of a list) stays alone. In doubt an open quotation is not broken.
 */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const lines = linesOf(withoutMarginNotes(unquote(rowsOf(text))));
  const wrapping = wrappingOf(lines);
  const hasTurns = lines.filter((line) => turn.test(line.text)).length >= fewestTurns;
  const marks = new OpenMarks();
  const paragraphs: { readonly pieces: string[]; readonly isClose: boolean }[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const isJoined =
      above !== undefined &&
      !(hasTurns && turn.test(line.text)) &&
      !beginsItem(above, line) &&
      joins(above, line, wrapping, {
        isUnderFirst: index === 1 && above.indent <= line.indent,
        isOpen: marks.isOpen,
      }) &&
      !standsAlone(above, index - 1) &&
      !standsAlone(line, index);
    if (isJoined) {
      paragraphs.at(-1)?.pieces.push(isUnspaced(above, line) ? "" : " ", line.text);
    } else {
      marks.clear();
      paragraphs.push({ pieces: [line.text], isClose: index > 0 && line.blanksAbove === 0 });
    }
    marks.read(line.text);
  }
  return paragraphs.map(({ pieces, isClose }) => ({ text: pieces.join(""), isClose }));
}

/** A dash within a sentence may begin a line, too. */
function beginsItem(above: Line, line: Line): boolean {
  if (!bullet.test(line.text)) return false;
  return isEnded(above) || bullet.test(above.text) || !/^\S+\s+\p{Ll}/u.test(line.text);
}

function standsAlone(line: Line, index: number): boolean {
  const { text } = line;
  if (isRule(line) || isHeaderLine(text) || isReleaseLine(text)) return true;
  return index < lastHeadLine && readHeadLine(text, null) !== null;
}

/** Whether a line goes on with the paragraph of the one above it. */
function joins(
  above: Line,
  line: Line,
  { width, indent, isParted }: Wrapping,
  { isUnderFirst, isOpen }: { readonly isUnderFirst: boolean; readonly isOpen: boolean },
): boolean {
  const isWithin = goesOn(above, line);
  // A blank line within a quotation that goes on is a slip.
  if (line.blanksAbove > 0) return line.blanksAbove === 1 && isOpen && isWithin;
  if (isWithin && (isOpen || width !== null)) return true;
  if (indent === "continues" ? line.indent < above.indent : line.indent > above.indent) return false;
  // In the next paragraph a quotation that goes on opens its marks again.
  if (isOpen && !/^["“‘„«]/u.test(line.text) && (!isEnded(above) || closesFirst(line.text))) return true;
  // Where no blank lines part paragraphs, a quotation that ends with its line ends one: what comes next is the reporter's.
  if (!isParted && /[.!?…]["”»]$/u.test(above.text)) return false;
  if (width === null || isTooWide(above, width)) return false;
  // Right under a headline stands the story, however long the headline is.
  return !(isUnderFirst && !isParted) && isFull(above, line, width);
}
