/** How long a press waits for the story's code before its link is followed, in milliseconds. */
const patience = 3000;

/**
 * Keeps a press on a quotation's control or cue that comes before the story's code:
 * it is marked `data-pressed`, and the story answers when it takes the page
 * over. A control is a link all the same: where no answer comes, it is followed.
 */
export function keepPress(): void {
  const hear = (event: MouseEvent): void => {
    const control =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-q], [data-cue]") : null;
    if (control === null || event.defaultPrevented) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    control.dataset.pressed = "";
    setTimeout(() => {
      const unanswered = control.dataset.pressed !== undefined && control instanceof HTMLAnchorElement;
      if (unanswered) location.assign(control.href);
    }, patience);
  };
  document.addEventListener("click", hear, { capture: true });
}
