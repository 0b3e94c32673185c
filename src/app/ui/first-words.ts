/** Calls back right before the first frame with words on it is drawn; never in a tab that is not drawn. */
export function beforeFirstWords(call: () => void): void {
  requestAnimationFrame(() => {
    if (document.querySelector("h1") === null) beforeFirstWords(call);
    else call();
  });
}
