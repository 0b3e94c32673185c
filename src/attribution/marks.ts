import { isSpace, type Span, trimSpan } from "#text/spans.ts";
import type { Lexicon } from "./lexicon.ts";
import { guessEnd, guessStart } from "./mark-repair.ts";
import { decideMarkStyle, ELISION, type MarkStyle } from "./mark-style.ts";
import type { Stretch } from "./story.ts";
import { findTurns, splitLabel } from "./turns.ts";

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly family: "double" | "single";
  /** What the neighbouring characters, or failing them the glyph, allow. */
  readonly opens: boolean;
  readonly closes: boolean;
}

const GLYPHS = /["“”„‟‘’‚'«»‹›「」『』`´]/g;
const SINGLE = new Set("‘’‚'‹›`´");
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Finds the stretches between quotation marks: decides the story's mark style, then pairs the marks of one
 * paragraph after the other, so that a mistake in one never reaches the next.
 */
export function findStretches(
  text: string,
  paragraphs: readonly Span[],
  lexicon: Lexicon,
): { readonly stretches: readonly Stretch[]; readonly singles: boolean } {
  const style = decideMarkStyle(text);
  const stretches: Stretch[] = [];
  const turns = findTurns(text, paragraphs);
  let open: Mark["family"] | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (turns.has(index)) continue;
    const marks = readMarks(text, paragraph, style);
    const first = marks[0];
    const continues = open !== null && first?.at === paragraph.start && first.opens;
    const before = stretches.length;
    const next = paragraphs[index + 1];
    const carried = next !== undefined && opensWithMark(text, next, style);
    open = pairMarks({ text, paragraph, index, marks, style, lexicon, carried }, stretches);
    const start = stretches[before];
    if (start?.start === paragraph.start + 1) stretches[before] = splitLabel(text, { ...start, continues });
  }
  return { stretches, singles: style.singles };
}

function opensWithMark(text: string, paragraph: Span, style: MarkStyle): boolean {
  const mark = readMarks(
    text,
    { start: paragraph.start, end: Math.min(paragraph.start + 3, paragraph.end) },
    style,
  )[0];
  return mark?.at === paragraph.start && (mark.opens || !mark.closes);
}

function readMarks(text: string, { start, end }: Span, style: MarkStyle): readonly Mark[] {
  const marks: Mark[] = [];
  GLYPHS.lastIndex = start;
  for (let match = GLYPHS.exec(text); match !== null && match.index < end; match = GLYPHS.exec(text)) {
    const mark = readMark(text, match.index, start, end, style);
    // Two apostrophes are no mark: typewriters and old wires set '' for inches, seconds and quotations alike.
    if (mark === null) {
      if (text.startsWith("''", match.index)) GLYPHS.lastIndex = match.index + 2;
      continue;
    }
    marks.push(mark);
    GLYPHS.lastIndex = mark.at + mark.length;
  }
  return marks;
}

function readMark(text: string, at: number, start: number, end: number, style: MarkStyle): Mark | null {
  const glyph = text.charAt(at);
  // “don’t”: by far the commonest.
  if (SINGLE.has(glyph) && at > start && LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at + 1)))
    return null;
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
    /\d/.test(before) &&
    (glyph === '"' || glyph === "'") &&
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
    !isSpace(before.charCodeAt(0)) && !/[([{]/.test(before) && !(family === "single" && LETTER.test(after));
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

interface Pairing {
  readonly text: string;
  readonly paragraph: Span;
  readonly index: number;
  readonly marks: readonly Mark[];
  readonly style: MarkStyle;
  readonly lexicon: Lexicon;
  /** The next paragraph opens with a mark: an utterance may be carried over. */
  readonly carried: boolean;
}

/** Pairs one paragraph's marks; returns the family left open for the next paragraph to carry on. */
function pairMarks(job: Pairing, stretches: Stretch[]): Mark["family"] | null {
  const { text, paragraph, marks, style, lexicon, carried } = job;
  let outer: Mark | null = null;
  let nested = 0;
  let last = paragraph.start;
  const push = (from: number, to: number, start: number, end: number, repaired: boolean) => {
    const span = trimSpan(text, { start, end });
    last = to;
    if (span.end > span.start)
      stretches.push({
        ...span,
        outer: { start: from, end: to },
        paragraph: job.index,
        continues: false,
        repaired,
        turn: false,
      });
  };
  for (const [at, mark] of marks.entries()) {
    if (outer === null) {
      if (mark.opens && mayBeOuter(job, at)) outer = mark;
      else if (mark.family === "double" && mark.closes && !mark.opens) {
        const start = guessStart(text, last, mark.at, paragraph, lexicon);
        if (start !== null) push(start, mark.at + mark.length, start, mark.at, true);
      }
      nested = 0;
      continue;
    }
    const opened: Mark = outer;
    const innerFrom = opened.at + opened.length;
    if (mark.family !== opened.family) {
      if (opened.family === "single") nested += mark.closes && nested > 0 ? -1 : mark.opens ? 1 : 0;
      continue;
    }
    if (
      mark.family === "single" &&
      nested > 0 &&
      marks.slice(at + 1, at + 12).some((m) => m.family === "double" && m.closes)
    )
      continue;
    if (mark.closes && (!mark.opens || nested === 0)) {
      if (mark.family === "single" && isApostrophe(job, at)) continue;
      if (mark.family === "double" && nested > 0) {
        nested--;
        continue;
      }
      push(opened.at, mark.at + mark.length, innerFrom, mark.at, false);
      outer = null;
    } else if (mark.opens && mark.family === "double") {
      if (closesTwice(marks, at)) nested++;
      else {
        const end = guessEnd(text, innerFrom, mark.at, lexicon);
        push(opened.at, end, innerFrom, end, true);
        outer = mark;
      }
    }
  }
  if (outer === null) return null;
  const from = outer.at + outer.length;
  const guess = guessEnd(text, from, paragraph.end, lexicon);
  if (carried && !(text.charAt(guess - 1) === "," && attributionEnds(text.slice(guess, paragraph.end)))) {
    push(outer.at, paragraph.end, from, paragraph.end, false);
    return outer.family;
  }
  if (outer.family === "single" && !style.singles) return null;
  push(outer.at, guess, from, guess, true);
  return null;
}

/**
 * “The roof will hold, said Rosa Castellani. ¶ “… forgot a mark; in “There were nine steps, my mother always told
 * us, and you went in ¶ “… the telling is part of the words, and the sentence goes on.
 */
function attributionEnds(rest: string): boolean {
  return rest.length <= 120 && /^[^,.?!:]+[.?!:]/.test(rest);
}

/** A double mark always may open a quotation; a single one in a British story, or where its pair is plain. */
function mayBeOuter({ text, marks, style, paragraph, carried }: Pairing, at: number): boolean {
  const mark = marks[at];
  if (mark === undefined) return false;
  if (mark.family === "double") return true;
  for (let next = at + 1; next < marks.length && next < at + 40; next++) {
    const other = marks[next];
    if (other === undefined || other.family !== "single") continue;
    if (other.closes && !other.opens)
      return (
        style.singles ||
        text.charAt(mark.at) === "‘" ||
        text.charAt(mark.at) === "‚" ||
        isStrongCloser(text, other.at, paragraph.end)
      );
  }
  return style.singles && (carried || mark.at === paragraph.start);
}

/** ,’ ?’ ’. and ’ at the paragraph's end close; a letter and a space around ’ may be an apostrophe. */
function isStrongCloser(text: string, at: number, end: number): boolean {
  return (
    at + 1 >= end || /[.,;:?!…—–]/.test(text.charAt(at - 1)) || /[.,;:?!)\]—–”"]/.test(text.charAt(at + 1))
  );
}

/** ‘It’s the teachers’ money,’: a weak closer is an apostrophe when a strong one comes before another opener. */
function isApostrophe({ text, marks, paragraph }: Pairing, at: number): boolean {
  const mark = marks[at];
  if (mark === undefined) return false;
  // “the sailors’, not the mayor’s,”
  const plural = text.charAt(mark.at - 1) === "s" && text.charAt(mark.at + 1) === ",";
  if (!plural && isStrongCloser(text, mark.at, paragraph.end)) return false;
  if (!/\p{L}/u.test(text.charAt(mark.at - 1)) || !/\p{Ll}/u.test(text.charAt(mark.at + (plural ? 3 : 2))))
    return false;
  for (let next = at + 1; next < marks.length && next < at + 40; next++) {
    const other = marks[next];
    if (other === undefined || other.family !== "single") continue;
    if (other.opens && !other.closes) return false;
    if (other.closes && isStrongCloser(text, other.at, paragraph.end)) return true;
  }
  return false;
}

/** “I read “Emma” twice,” he said: two closers follow before another opener, so this one is nested. */
function closesTwice(marks: readonly Mark[], at: number): boolean {
  let closers = 0;
  for (let next = at + 1; next < marks.length && next < at + 20; next++) {
    const mark = marks[next];
    if (mark === undefined || mark.family !== "double") continue;
    if (mark.opens && !mark.closes) return false;
    if (++closers === 2) return true;
  }
  return false;
}
