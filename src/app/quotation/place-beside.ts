const gap = 8;

/**
 * Puts a note beside the words that it is about, and never over them: under
 * their end, or over their beginning where there is no room. On a phone the
 * sheet has its own place, and words that it would cover are moved up.
 */
export function placeBeside(note: HTMLElement, anchor: HTMLElement, words: HTMLElement | null): void {
  const at = anchor.getBoundingClientRect();
  const { top, width, height } = note.getBoundingClientRect();
  if (matchMedia("(max-width: 40rem)").matches) {
    const covered = at.bottom + gap - top;
    if (covered > 0) scrollBy({ top: covered, behavior: "instant" });
    return;
  }
  const over = (words ?? anchor).getBoundingClientRect().top - gap - height;
  const below = at.bottom + gap + height <= innerHeight || over < 0;
  note.style.left = `max(${gap}px, min(${at.left - gap}px, 100% - ${width + gap}px))`;
  note.style.top = `${(below ? at.bottom + gap : over) + scrollY}px`;
}
