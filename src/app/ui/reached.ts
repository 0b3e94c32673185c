const signs = [
  "pointerdown",
  "pointermove",
  "touchstart",
  "wheel",
  "scroll",
  "keydown",
  "focusin",
  "selectionchange",
] as const;

/**
 * Settles at a reader's first sign of life: a move, a touch, a key, a scroll,
 * a selection. What a page can do without until then is fetched only then. On
 * a server, which draws everything, at once.
 */
export const reached: Promise<void> = new Promise((resolve) => {
  if (typeof document === "undefined" || location.hash !== "" || location.search !== "" || hasSelected()) {
    resolve();
    return;
  }
  const seen = new AbortController();
  const found = (): void => {
    seen.abort();
    resolve();
  };
  // On the way down: React lets most of these go no further where it has not taken the page over yet.
  const early = { capture: true, passive: true, signal: seen.signal };
  for (const sign of signs) addEventListener(sign, found, early);
});

/** A selection may have been made before this code was here, and stays without another sign. */
function hasSelected(): boolean {
  return getSelection()?.type === "Range";
}
