import { isLetterAt, isPlain } from "#attribution/words/characters.ts";
import { isSpace, type Span } from "#text/spans.ts";
import { readGlyph } from "./glyphs.ts";
import { ELISION, type MarkStyle } from "./mark-style.ts";
import { withoutMeasures } from "./measures.ts";

/** One quotation mark, and which way it may face. */
export interface Mark {
  readonly at: number;
  readonly length: number;
  readonly family: "double" | "single";
  /** What the neighbouring characters, or failing them the glyph, allow. */
  readonly opens: boolean;
  readonly closes: boolean;
}

const SINGLE = new Set("‘’‚'‹›");
const [OPENER, CLOSER, SPACE, COMMA, FULL_STOP] = [0x201c, 0x201d, 0x20, 0x2c, 0x2e];
const LETTER = /[\p{L}\p{N}]/u;

/** The signs and points of scripts that set no spaces between words. */
const WIDE = /[\u3000-\u303f\uff00-\uffef\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The quotation marks of a paragraph in their order, apostrophes and inches left out. */
export function readMarks(
  text: string,
  glyphs: readonly number[],
  { start, end }: Span,
  style: MarkStyle,
): readonly Mark[] {
  const marks: Mark[] = [];
  let from = start;
  for (let index = firstGlyph(glyphs, start); index < glyphs.length; index++) {
    const at = glyphs[index] ?? end;
    if (at >= end) break;
    // The second half of a doubled mark, or a line's end.
    if (at < from || text.charCodeAt(at) === 10) continue;
    const mark = readMark(text, at, start, end, style);
    if (mark !== null) marks.push(mark);
    // Two apostrophes are no mark in a story that opens no quotation with them: they are seconds, or inches.
    from = at + (mark?.length ?? (text.startsWith("''", at) ? 2 : 1));
  }
  return withoutMeasures(text, end, marks);
}

/** Index of the first glyph at a place or after it, by bisection. */
function firstGlyph(glyphs: readonly number[], from: number): number {
  let low = 0;
  let high = glyphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((glyphs[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * “We go,” she said: a curly mark between a space and a letter, as most are, which opens or closes whatever the style;
 * null for any other.
 */
function readPlain(text: string, at: number, start: number): Mark | null {
  const unit = text.charCodeAt(at);
  if (unit !== OPENER && unit !== CLOSER) return null;
  const [before, after] = [at > start ? text.charCodeAt(at - 1) : SPACE, text.charCodeAt(at + 1)];
  if (unit === OPENER && isSpace(before) && isPlain(after))
    return { at, length: 1, family: "double", opens: true, closes: false };
  if (unit === CLOSER && isSpace(after) && (isPlain(before) || before === COMMA || before === FULL_STOP))
    return { at, length: 1, family: "double", opens: false, closes: true };
  return null;
}

function readMark(text: string, at: number, start: number, end: number, style: MarkStyle): Mark | null {
  const plain = readPlain(text, at, start);
  if (plain !== null) return plain;
  const own = text.charAt(at);
  // “don’t”: by far the commonest.
  if (SINGLE.has(own) && at > start && isLetterAt(text, at - 1) && isLetterAt(text, at + 1)) return null;
  const typed = readGlyph(text, at, style);
  if (typed === null) return null;
  const { length, stands: glyph } = typed;
  const doubled = length > 1;
  const family = SINGLE.has(glyph) ? "single" : "double";
  // ‘… “miracles,’’ she said: an inner and an outer closer; alone, two apostrophes are no mark.
  if (family === "single" && "'’".includes(own) && text.charAt(at + 1) === own)
    return {
      at,
      length: 2,
      family,
      opens: false,
      closes: at > start && !isSpace(text.charCodeAt(at - 1)),
    };
  // <a title="…">: what is left of a page's own tags.
  if (own === '"' && text.charAt(at - 1) === "=") return null;
  const before = at > start ? text.charAt(at - 1) : " ";
  const after = at + length < end ? text.charAt(at + length) : " ";
  if (family === "single" && LETTER.test(before) && LETTER.test(after)) return null;
  // 6'3", 6' 2": feet.
  if (family === "single" && /\d/.test(before) && /^\s?\d/.test(text.slice(at + length, at + length + 2)))
    return null;
  if (
    family === "single" &&
    !doubled &&
    /[\s([“"—–-]/.test(before) &&
    ELISION.test(text.slice(at + 1, at + 8))
  )
    return null;
  if ("«»‹›".includes(glyph)) {
    const opens = (glyph === "«" || glyph === "‹") !== style.inverted;
    return { at, length, family: "double", opens, closes: !opens };
  }
  if ("„‚「『".includes(glyph))
    return { at, length, family: glyph === "‚" ? "single" : "double", opens: true, closes: false };
  if ("」』".includes(glyph)) return { at, length, family: "double", opens: false, closes: true };
  const spaceBefore = isSpace(before.charCodeAt(0)) || "([{—–-/“‘\"'«:>―".includes(before);
  const spaceAfter = isSpace(after.charCodeAt(0));
  const mayOpen = spaceBefore && !spaceAfter && !(family === "single" && /[.,;:?!)]/.test(after));
  const mayClose =
    !isSpace(before.charCodeAt(0)) && !"([{".includes(before) && !(family === "single" && LETTER.test(after));
  const glyphOpens = style.low ? false : "“‟‘`".includes(glyph);
  const glyphCloses = style.low ? "“”‘’".includes(glyph) : "”’".includes(glyph);
  // “春天，”镇长说: where no space parts words, the glyph alone says which way it faces.
  if (glyphOpens !== glyphCloses && (WIDE.test(before) || WIDE.test(after)))
    return { at, length, family, opens: glyphOpens, closes: glyphCloses };
  if (mayOpen !== mayClose) {
    // A letter on either side (“lips”and) says less than the glyph does.
    if (mayClose && LETTER.test(after) && LETTER.test(before) && glyphOpens)
      return { at, length, family, opens: true, closes: false };
    if (family === "single" && glyph === "’" && mayOpen)
      return { at, length, family, opens: false, closes: false };
    return { at, length, family, opens: mayOpen, closes: mayClose };
  }
  if (glyphOpens !== glyphCloses) return { at, length, family, opens: glyphOpens, closes: glyphCloses };
  return { at, length, family, opens: true, closes: true };
}
