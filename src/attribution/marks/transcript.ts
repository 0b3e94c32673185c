import { isLargeAt, isSmall } from "#attribution/words/characters.ts";
import type { Span } from "#text/spans.ts";
import type { Passage } from "./passage.ts";

/** MANN: We will appeal. — a transcript names each turn's speaker in capitals; an interview may say Q and A. */
const LABEL = /^(?:\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]+){0,3}|[QA]) ?: */u;

function labelOf(text: string, start: number, end: number): number {
  if (isSmall(text.charCodeAt(start + 1)) || !isLargeAt(text, start)) return 0;
  return LABEL.exec(text.slice(start, Math.min(end, start + 60)))?.[0].length ?? 0;
}

/**
 * The paragraphs that are turns of a transcript. What such a turn quotes is nested in somebody's own words, so
 * marks inside it open no quotation; a turn that is all in marks is not meant. One label alone makes no transcript.
 */
export function findTurns(text: string, paragraphs: readonly Span[]): ReadonlySet<number> {
  const turns = new Set<number>();
  for (const [index, { start, end }] of paragraphs.entries()) {
    const length = labelOf(text, start, end);
    if (length > 0 && !/[“"‘«„']/.test(text.charAt(start + length))) turns.add(index);
  }
  return turns.size >= 3 ? turns : new Set();
}

/**
 * “MANN: We will not.” reopened turn after turn: the label stays outside the words, and the turn is a quotation
 * of its own, not the one before carried on.
 */
export function splitLabel(text: string, passage: Passage): Passage {
  const length = labelOf(text, passage.start, passage.end);
  if (length < 4 || length >= passage.end - passage.start) return passage;
  const start = passage.start + length;
  return { ...passage, start, outer: { start, end: passage.outer.end }, continues: false };
}
