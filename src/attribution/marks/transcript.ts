import { isLargeAt, isSmall } from "#attribution/words/characters.ts";
import type { Passage } from "./passage.ts";

/** MANN: We will appeal. — a transcript names each turn's speaker in capitals; an interview may say Q and A. */
const LABEL = /^(?:\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]+){0,3}|[QA]) ?: */u;

function labelOf(text: string, start: number, end: number): number {
  if (isSmall(text.charCodeAt(start + 1)) || !isLargeAt(text, start)) return 0;
  return LABEL.exec(text.slice(start, Math.min(end, start + 60)))?.[0].length ?? 0;
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
