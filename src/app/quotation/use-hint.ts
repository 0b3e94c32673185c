import { useEffect, useRef } from "react";
import { readStored, writeStored } from "#app/storage.ts";

const hintKey = "verbatim:hinted";

/**
 * Tells a reader once, on this device, that the words can be touched: when
 * they have begun to move through a story and a quotation is before their eyes.
 *
 * @param isWanted whether the story has quotations
 */
export function useHint(isWanted: boolean, show: () => void): void {
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });

  useEffect(() => {
    if (!isWanted || readStored(hintKey) !== null) return;
    let observer: IntersectionObserver | null = null;
    const watch = (): void => {
      observer = new IntersectionObserver(
        (seen) => {
          if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
          observer?.disconnect();
          // Another story, in another tab, may have told them since.
          if (readStored(hintKey) !== null) return;
          writeStored(hintKey, "1");
          latest.current();
        },
        { rootMargin: "-20% 0px -30%" },
      );
      for (const words of document.querySelectorAll("main [data-quotation]")) observer.observe(words);
    };
    addEventListener("scroll", watch, { once: true, passive: true });
    return () => {
      removeEventListener("scroll", watch);
      observer?.disconnect();
    };
  }, [isWanted]);
}
