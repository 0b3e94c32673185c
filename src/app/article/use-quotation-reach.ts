import { type RefObject, useEffect, useRef } from "react";

/**
 * Hears a reader reach for a quotation's control or cue, for the whole story
 * at once, and answers a press that was kept for it. The listeners are the
 * browser's own and stand before React's: it lets nothing through to a part
 * that it has not taken over yet, and the story's words may be one.
 */
export function useQuotationReach(
  open: (quotation: string, anchor: HTMLElement) => void,
  prepare: () => void,
): RefObject<HTMLElement | null> {
  const story = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = story.current;
    if (element === null) return;
    const found = (event: Event): HTMLElement | null =>
      event.target instanceof Element && element.contains(event.target)
        ? event.target.closest<HTMLElement>("[data-q], [data-cue]")
        : null;
    const answer = (control: HTMLElement): void => {
      const quotation = control.dataset.q ?? control.dataset.cue;
      if (quotation !== undefined) open(quotation, control);
    };
    const click = (event: MouseEvent): void => {
      const control = found(event);
      if (control === null) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      answer(control);
    };
    const reach = (event: Event): void => {
      if (found(event) !== null) prepare();
    };
    const hearing = new AbortController();
    const first = { signal: hearing.signal, capture: true };
    addEventListener("click", click, first);
    addEventListener("pointerover", reach, { ...first, passive: true });
    addEventListener("focusin", reach, first);
    const kept = element.querySelector<HTMLElement>("[data-pressed]");
    if (kept !== null) {
      delete kept.dataset.pressed;
      answer(kept);
    }
    return () => hearing.abort();
  }, [open, prepare]);
  return story;
}
