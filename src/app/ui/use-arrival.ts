import { useEffect, useLayoutEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";

const place = (key: string): string => `verbatim:place:${key}`;
const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * What a browser does by itself when it loads a page, done for navigation
 * inside the app: a new view starts at its top or at its fragment with focus
 * on its heading, so that it is announced; the way back leads to the place
 * that was left.
 */
export function useArrival(): void {
  const { key, pathname, hash, state } = useLocation();
  const kind = useNavigationType();
  const first = useRef(true);

  useEffect(() => {
    // Only a reload restores by itself: there the whole story is in the document already.
    history.scrollRestoration = "manual";
    const leave = (): void => {
      history.scrollRestoration = "auto";
    };
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, []);

  // Who follows a link while the page still glides leaves a place too; and once the next view is drawn,
  // the page may be too short for it.
  useBeforePaint(() => {
    let latest = scrollY;
    const follow = (): void => {
      latest = scrollY;
    };
    const remember = (): void => sessionStorage.setItem(place(key), String(latest));
    addEventListener("scroll", follow, { passive: true });
    addEventListener("pagehide", remember);
    return () => {
      removeEventListener("scroll", follow);
      removeEventListener("pagehide", remember);
      remember();
    };
  }, [key]);

  useBeforePaint(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    // The browser itself went to a fragment, and the router only heard of it.
    if (history.state === null) return;
    if ((state as { keepPlace?: boolean } | null)?.keepPlace === true) return;
    return arrive(
      kind === "POP" ? Number(sessionStorage.getItem(place(key)) ?? Number.NaN) : null,
      hash,
      pathname,
    );
  }, [key]);
}

/** Waits for the view's heading, which may come with its data, and goes there; at most until the next arrival. */
function arrive(back: number | null, hash: string, pathname: string): () => void {
  const settle = (): boolean => {
    const heading = document.querySelector<HTMLElement>("main:not([aria-busy]) h1");
    if (heading === null || location.pathname !== pathname) return false;
    const linked =
      hash === ""
        ? document.querySelector<HTMLElement>("mark")
        : document.getElementById(decodeURIComponent(hash.slice(1)));
    if (back !== null && !Number.isNaN(back)) scrollTo({ top: back, behavior: "instant" });
    else if (linked !== null)
      linked.scrollIntoView({ block: "center", behavior: hash === "" ? "instant" : "auto" });
    else scrollTo({ top: 0, behavior: "instant" });
    (back === null ? (linked ?? heading) : heading).focus({ preventScroll: true });
    return true;
  };
  if (settle()) return () => undefined;
  const observer = new MutationObserver(() => {
    if (settle()) observer.disconnect();
  });
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["aria-busy"],
  });
  return () => observer.disconnect();
}
