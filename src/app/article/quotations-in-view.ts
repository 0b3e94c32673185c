import { quotationElementId } from "#model/addresses.ts";
import type { Quotation } from "#model/article.ts";

/** The element of a quotation's words, or of the first of them. */
export const wordsOf = (quotation: string): HTMLElement | null =>
  document.getElementById(quotationElementId(quotation));

/** Whether any of a quotation's first words are on the screen. */
export function isInView({ id }: Quotation): boolean {
  const box = wordsOf(id)?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}

/** The quotation whose first words stand nearest below the top of the view; -1 before any. */
export function lastPassed(quotations: readonly Quotation[]): number {
  return quotations.findLastIndex(({ id }) => {
    const top = wordsOf(id)?.getBoundingClientRect().top;
    return top !== undefined && top < innerHeight * 0.3;
  });
}

/**
 * Goes to a quotation: its words into the middle, or their beginning near the
 * top where they are longer than that.
 *
 * @param isPlaced whether a note is to be placed beside it, which cannot wait for a page that moves
 * @param takesFocus whether the keyboard goes on from there
 */
export function goTo(
  quotation: string,
  { isPlaced, takesFocus }: { readonly isPlaced: boolean; readonly takesFocus: boolean },
): void {
  const words = wordsOf(quotation);
  if (words === null) return;
  const isStill =
    isPlaced ||
    matchMedia("(prefers-reduced-motion: reduce)").matches ||
    document.documentElement.dataset.motion === "off";
  words.scrollIntoView({
    block: words.getBoundingClientRect().height > innerHeight / 2 ? "start" : "center",
    behavior: isStill ? "instant" : "smooth",
  });
  if (takesFocus) words.focus({ preventScroll: true });
}
