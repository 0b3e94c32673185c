import { type RefObject, useEffect, useRef } from "react";

/**
 * Hears a reader reach for a quotation's control or cue, for the whole story
 * at once. The listeners are the browser's own: the story's words may not
 * have been taken over by React yet when they are first touched.
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
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-q], [data-cue]") : null;
    const click = (event: MouseEvent): void => {
      const control = found(event);
      const quotation = control?.dataset.q ?? control?.dataset.cue;
      if (control === null || quotation === undefined) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(quotation, control);
    };
    const reach = (event: Event): void => {
      if (found(event) !== null) prepare();
    };
    const hearing = new AbortController();
    const { signal } = hearing;
    element.addEventListener("click", click, { signal });
    element.addEventListener("pointerover", reach, { signal, passive: true });
    element.addEventListener("focusin", reach, { signal });
    return () => hearing.abort();
  }, [open, prepare]);
  return story;
}
