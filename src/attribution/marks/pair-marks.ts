import type { Lexicon } from "#attribution/words/lexicon.ts";
import { type Span, trimSpan } from "#text/spans.ts";
import type { MarkStyle } from "./mark-style.ts";
import { guessEnd, guessStart } from "./missing-marks.ts";
import type { Passage } from "./passage.ts";
import type { Mark } from "./read-marks.ts";

/** A paragraph and the marks in it. */
interface MarkedParagraph {
  readonly text: string;
  readonly paragraph: Span;
  readonly index: number;
  readonly marks: readonly Mark[];
  readonly style: MarkStyle;
  readonly lexicon: Lexicon;
  /** The next paragraph opens with a mark: an utterance may be carried over. */
  readonly mayContinue: boolean;
}

/** Pairs one paragraph's marks; returns the family left open for the next paragraph to carry on. */
export function pairMarks(marked: MarkedParagraph, passages: Passage[]): Mark["family"] | null {
  const { text, paragraph, marks, style, lexicon, mayContinue } = marked;
  let outer: Mark | null = null;
  let nested = 0;
  let last = paragraph.start;
  const push = (from: number, to: number, start: number, end: number) => {
    const span = trimSpan(text, { start, end });
    last = to;
    if (span.end > span.start)
      passages.push({
        ...span,
        outer: { start: from, end: to },
        paragraph: marked.index,
        continues: false,
      });
  };
  for (const [at, mark] of marks.entries()) {
    if (outer === null) {
      if (mark.opens && mayBeOuter(marked, at)) outer = mark;
      else if (mark.family === "double" && mark.closes && !mark.opens) {
        const start = guessStart(text, last, mark.at, paragraph, lexicon);
        if (start !== null) push(start, mark.at + mark.length, start, mark.at);
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
      if (mark.family === "single" && isApostrophe(marked, at)) continue;
      if (mark.family === "double" && nested > 0) {
        nested--;
        continue;
      }
      push(opened.at, mark.at + mark.length, innerFrom, mark.at);
      outer = null;
    } else if (mark.opens && mark.family === "double") {
      if (closesTwice(marks, at)) nested++;
      else {
        const end = guessEnd(text, innerFrom, mark.at, lexicon);
        push(opened.at, end, innerFrom, end);
        outer = mark;
      }
    }
  }
  if (outer === null) return null;
  const from = outer.at + outer.length;
  const guess = guessEnd(text, from, paragraph.end, lexicon);
  if (mayContinue && !(text.charAt(guess - 1) === "," && attributionEnds(text.slice(guess, paragraph.end)))) {
    push(outer.at, paragraph.end, from, paragraph.end);
    return outer.family;
  }
  if (outer.family === "single" && !style.singleMarks) return null;
  push(outer.at, guess, from, guess);
  return null;
}

/** The sentence ends, or goes on without a subject of its own: “…, he replied, and left.” “…, said Holm, the mayor.” */
const ATTRIBUTION =
  /^[^,.?!:]+(?:, (?:(?:and|but) (?!(?:I|you|we|he|she|it|they|there|the|an?|my|our|his|her|their)\b)|(?:the|an?|his|her|their|its) )[^,.?!:]+)?[.?!:]/;

/**
 * “The roof will hold, said Rosa Castellani. ¶ “… forgot a mark; in “There were nine steps, my mother always told
 * us, and you went in ¶ “… the telling is part of the words, and the sentence goes on.
 */
function attributionEnds(rest: string): boolean {
  return rest.length <= 120 && ATTRIBUTION.test(rest);
}

/** A double mark always may open a quotation; a single one in a British story, or where its pair is plain. */
function mayBeOuter({ text, marks, style, paragraph, mayContinue }: MarkedParagraph, at: number): boolean {
  const mark = marks[at];
  if (mark === undefined) return false;
  if (mark.family === "double") return true;
  for (let next = at + 1; next < marks.length && next < at + 40; next++) {
    const other = marks[next];
    if (other === undefined || other.family !== "single") continue;
    if (other.closes && !other.opens)
      return (
        style.singleMarks ||
        text.charAt(mark.at) === "‘" ||
        text.charAt(mark.at) === "‚" ||
        isStrongCloser(text, other.at, paragraph.end)
      );
  }
  return style.singleMarks && (mayContinue || mark.at === paragraph.start);
}

/** ,’ ?’ ’. and ’ at the paragraph's end close; a letter and a space around ’ may be an apostrophe. */
function isStrongCloser(text: string, at: number, end: number): boolean {
  return (
    at + 1 >= end || /[.,;:?!…—–]/.test(text.charAt(at - 1)) || /[.,;:?!)\]—–”"]/.test(text.charAt(at + 1))
  );
}

/** ‘It’s the teachers’ money,’: a weak closer is an apostrophe when a strong one comes before another opener. */
function isApostrophe({ text, marks, paragraph }: MarkedParagraph, at: number): boolean {
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
