const signs = ["pointerdown", "pointermove", "touchstart", "wheel", "scroll", "keydown", "focusin"] as const;

/**
 * Settles at a reader's first sign of life: a move, a touch, a key, a scroll.
 * What a page can do without until then is fetched only then. On a server,
 * which draws everything, at once.
 */
export const reached: Promise<void> = new Promise((resolve) => {
  if (typeof document === "undefined" || location.hash !== "" || location.search !== "") {
    resolve();
    return;
  }
  const found = (): void => {
    for (const sign of signs) removeEventListener(sign, found);
    resolve();
  };
  for (const sign of signs) addEventListener(sign, found, { passive: true });
});
