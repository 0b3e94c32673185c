import { isLetterAt, isPlain } from "#attribution/words/characters.ts";
import { isSpace, type Span } from "#text/spans.ts";
import { ELISION, type MarkStyle } from "./mark-style.ts";

/** One quotation mark, and which way it may face. */
export interface Mark {
  readonly at: number;
  readonly length: number;
  readonly family: "double" | "single";
  /** What the neighbouring characters, or failing them the glyph, allow. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Which units are quotation marks, apostrophes and line ends: a table, for to ask of every unit must cost next to nothing. */
const IS_GLYPH = new Uint8Array(0x10000);
for (const glyph of "\n\"“”„‟‘’‚'«»‹›「」『』`´") IS_GLYPH[glyph.charCodeAt(0)] = 1;

/** Where a text's quotation marks, apostrophes and line ends stand, in order: found once, for few units are any. */
export function findGlyphs(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; at++) if (IS_GLYPH[text.charCodeAt(at)] === 1) found.push(at);
  return found;
}

const SINGLE = new Set("‘’‚'‹›`´");
const [OPENER, CLOSER, SPACE, COMMA, FULL_STOP] = [0x201c, 0x201d, 0x20, 0x2c, 0x2e];
const LETTER = /[\p{L}\p{N}]/u;

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
    // Two apostrophes are no mark: typewriters and old wires set '' for inches, seconds and quotations alike.
    from = at + (mark?.length ?? (text.startsWith("''", at) ? 2 : 1));
  }
  return marks;
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
  const glyph = text.charAt(at);
  // “don’t”: by far the commonest.
  if (SINGLE.has(glyph) && at > start && isLetterAt(text, at - 1) && isLetterAt(text, at + 1)) return null;
  const doubled = "“”\"‘’`'".includes(glyph) && text.charAt(at + 1) === glyph;
  const length = doubled ? 2 : 1;
  const family = SINGLE.has(glyph) && !doubled ? "single" : "double";
  if ((glyph === "`" || glyph === "´") && !doubled) return null;
  // ‘… “miracles,’’ she said: an inner and an outer closer; alone, two apostrophes are no mark.
  if (doubled && "'’".includes(glyph) && !style.ticks)
    return {
      at,
      length,
      family: "single",
      opens: false,
      closes: at > start && !isSpace(text.charCodeAt(at - 1)),
    };
  // <a title="…">: what is left of a page's own tags.
  if (glyph === '"' && text.charAt(at - 1) === "=") return null;
  const before = at > start ? text.charAt(at - 1) : " ";
  const after = at + length < end ? text.charAt(at + length) : " ";
  if (family === "single" && LETTER.test(before) && LETTER.test(after)) return null;
  // 6'3" tall: feet and inches.
  if (
    (glyph === '"' || glyph === "'") &&
    /\d/.test(before) &&
    /[\d\s"-]/.test(after) &&
    /\d['"]?\d*$/.test(text.slice(Math.max(start, at - 5), at)) &&
    !/["“‘']/.test(text.slice(Math.max(start, at - 5), at - 1).replace(/\d'\d*$/, "")) &&
    /\d'|['"]-?\s?(?:tall|high|wide|long|by|x)/.test(text.slice(Math.max(start, at - 4), at + 8))
  )
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
