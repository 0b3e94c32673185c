import { useEffect, useLayoutEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";
import { readStored, writeStored } from "#app/storage.ts";
import { namedBy, quotationElementId, unescaped } from "#model/addresses.ts";
import { bringIntoView } from "./bring-into-view.ts";

const keyOf = (entry: string): string => `verbatim:scroll:${entry}`;
const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * What a browser does by itself when it loads a page, done for navigation
 * inside the app: a new page starts at its top or at its fragment with focus on
 * its heading, so that it is announced; the way back leads to where the reader
 * was. React Router restores scrolling only in its data router, whose weight
 * (18 kB brotli) a story does not otherwise need, and moves no focus.
 */
export function useArrival(): void {
  const { key, pathname, hash, state } = useLocation();
  const kind = useNavigationType();
  const first = useRef(true);
  const before = useRef(pathname);

  useEffect(() => {
    // Only a reload restores by itself: there the whole story is in the document already.
    history.scrollRestoration = "manual";
    const leave = (): void => {
      history.scrollRestoration = "auto";
    };
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, []);

  // Followed as it changes: once the next page is drawn, the document may be too short for it.
  useBeforePaint(() => {
    let latest = scrollY;
    const follow = (): void => {
      latest = scrollY;
    };
    const remember = (): void => void writeStored(keyOf(key), String(latest), "session");
    addEventListener("scroll", follow, { passive: true });
    addEventListener("pagehide", remember);
    return () => {
      removeEventListener("scroll", follow);
      removeEventListener("pagehide", remember);
      remember();
    };
  }, [key]);

  useBeforePaint(() => {
    const from = before.current;
    before.current = pathname;
    if (first.current) {
      first.current = false;
      return;
    }
    // The browser itself went to a fragment, and the router only heard of it.
    if (history.state === null) return;
    // It stays with the entry: on the way back to it the reader comes from elsewhere.
    if (kind !== "POP" && (state as { keepScroll?: boolean } | null)?.keepScroll === true) return;
    const stored = kind === "POP" ? readStored(keyOf(key), "session") : null;
    const isSameStory = namedBy({ pathname: from, hash: "" })?.slug === namedBy({ pathname, hash })?.slug;
    return arrive(stored === null ? null : Number(stored), hash, pathname, isSameStory);
  }, [key]);
}

/**
 * Waits for the page's heading, which may come with its data, and goes there; at most until the next arrival.
 *
 * @param isSameStory whether the reader was there already: then the way through it is shown
 */
function arrive(back: number | null, hash: string, pathname: string, isSameStory: boolean): () => void {
  const go = (): boolean => {
    const heading = document.querySelector<HTMLElement>("main:not([aria-busy]) h1");
    if (heading === null || location.pathname !== pathname) return false;
    const linked = elementAt(pathname, hash);
    if (back !== null) scrollTo({ top: back, behavior: "instant" });
    else if (linked !== null && isSameStory) linked.scrollIntoView({ block: "center", behavior: "auto" });
    else if (linked !== null) bringIntoView(linked);
    else scrollTo({ top: 0, behavior: "instant" });
    (back === null ? (linked ?? heading) : heading).focus({ preventScroll: true });
    return true;
  };
  if (go()) return () => undefined;
  const observer = new MutationObserver(() => {
    if (go()) observer.disconnect();
  });
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["aria-busy"],
  });
  return () => observer.disconnect();
}

/** What an address points to within its page: by its fragment, or the quotation of its path or whatever took its place. */
function elementAt(pathname: string, hash: string): HTMLElement | null {
  const fragment = unescaped(hash.slice(1)) ?? "";
  if (hash !== "") return document.getElementById(fragment);
  const quotation = namedBy({ pathname, hash })?.quotation ?? null;
  if (quotation === null) return null;
  return (
    document.getElementById(quotationElementId(quotation)) ??
    document.querySelector<HTMLElement>("[data-linked]")
  );
}
