import type { Article } from "#model/article.ts";
import type { Utterance } from "./speech-plan.ts";
import { textRange } from "./text-range.ts";

const highlightName = "spoken";

/** Where on the page an utterance's words stand; null when they are not on it. */
export function rangeOf(article: Article, utterance: Utterance, document: Document): Range | null {
  const { block, start, end } = utterance;
  const [element, text] = shownAt(article, block, document);
  return element === null || text === null ? null : textRange(element, text, start, end);
}

/** Marks the spoken words. The listening bar names who speaks: the mark is never the only sign. */
export function markSpoken(range: Range | null): void {
  if (typeof Highlight === "undefined") return;
  if (range === null) CSS.highlights.delete(highlightName);
  else CSS.highlights.set(highlightName, new Highlight(range));
}

/**
 * Brings the spoken words into view for a listener who was with the words
 * before; somebody who scrolled elsewhere stays where they are.
 */
export function keepInView(before: Range | null, now: Range, window: Window): void {
  if (isInView(now, window) || (before !== null && !isInView(before, window))) return;
  now.startContainer.parentElement?.scrollIntoView({ block: "center" });
}

function isInView(range: Range, window: Window): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight * 0.85;
}

/** The first utterance that the reader has not scrolled past; the first of all while the story's head is in view. */
export function firstInView(article: Article, plan: readonly Utterance[], window: Window): number {
  const found = plan.findIndex(({ block }) => {
    const [element] = shownAt(article, block, window.document);
    return element !== null && element.getBoundingClientRect().bottom > window.innerHeight * 0.1;
  });
  return Math.max(0, found);
}

function shownAt(
  article: Article,
  block: string,
  document: Document,
): readonly [Element | null, string | null] {
  switch (block) {
    case "headline":
      return [document.querySelector("article h1"), article.headline];
    case "standfirst":
      return [document.querySelector("article h1 + p"), article.description];
    default:
      return [document.getElementById(block), article.blocks.find(({ id }) => id === block)?.text ?? null];
  }
}
