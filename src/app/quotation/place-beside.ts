const gap = 8;

/** Puts a note under what it belongs to, or over it where there is no room; on a phone the sheet has its own place. */
export function placeBeside(note: HTMLElement, anchor: HTMLElement): void {
  if (matchMedia("(max-width: 40rem)").matches) return;
  const at = anchor.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const below = at.bottom + gap + height <= innerHeight;
  const left = Math.max(gap, Math.min(at.left - gap, document.documentElement.clientWidth - width - gap));
  note.style.left = `${left + scrollX}px`;
  note.style.top = `${(below ? at.bottom + gap : at.top - gap - height) + scrollY}px`;
}
