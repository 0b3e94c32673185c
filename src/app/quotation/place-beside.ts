/** Between a note and what it stands beside, in pixels. */
const gap = 8;
const besideText = 24;

/**
 * Puts a note beside the words that it is about, and never over them: into the
 * margin where there is room for it, else under their end, else over their
 * beginning. On a phone the sheet has its own place, and words that it would
 * cover are moved up.
 */
export function placeBeside(note: HTMLElement, words: HTMLElement | null): void {
  if (words === null) return;
  note.style.removeProperty("left");
  note.style.removeProperty("top");
  const at = words.getBoundingClientRect();
  const { top, width, height } = note.getBoundingClientRect();
  if (matchMedia("(max-width: 40rem)").matches) {
    const covered = Math.min(at.bottom + 3 * gap - top, at.top - gap);
    if (covered > 0) scrollBy({ top: covered, behavior: "instant" });
    return;
  }
  const margin = leftInMargin(words, width);
  const isBelow = at.bottom + gap + height <= innerHeight || at.top - gap - height < 0;
  const y =
    margin === null
      ? isBelow
        ? at.bottom + gap
        : at.top - gap - height
      : Math.max(gap, Math.min(at.top, innerHeight - height - gap));
  const x = margin ?? Math.max(gap, Math.min(at.left, document.documentElement.clientWidth - width - gap));
  note.style.left = `min(${x}px, 100% - ${width + gap}px)`;
  note.style.top = `${y + scrollY}px`;
  const hidden = y + height + gap - innerHeight;
  if (hidden > 0) scrollBy({ top: Math.min(hidden, at.top - gap), behavior: "instant" });
}

/** Where a note begins that stands in the margin beside a block of the story; null where the margin is too narrow. */
function leftInMargin(words: HTMLElement, width: number): number | null {
  const block = words.closest("p, li, h2, h3, h4")?.getBoundingClientRect();
  if (block === undefined) return null;
  const left =
    getComputedStyle(words).direction === "rtl" ? block.left - besideText - width : block.right + besideText;
  return left >= gap && left + width + gap <= document.documentElement.clientWidth ? left : null;
}
