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
  const own = words.getBoundingClientRect();
  const at = boxAround(words, document.querySelectorAll("[aria-current]"));
  const { top, width, height } = note.getBoundingClientRect();
  if (matchMedia("(max-width: 40rem)").matches) {
    // Where the sheet leaves no room for the statement, at least for what was pressed of it.
    const covers = (box: DOMRect) => Math.min(box.bottom + 3 * gap - top, box.top - gap);
    const covered = Math.max(covers(at), covers(own));
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

/** The box around the words and all of the statement that they are marked with. */
function boxAround(words: Element, marked: Iterable<Element>): DOMRect {
  const boxes = [words, ...marked].map((one) => one.getBoundingClientRect());
  const [x, y] = [Math.min(...boxes.map(({ left }) => left)), Math.min(...boxes.map(({ top }) => top))];
  return new DOMRect(
    x,
    y,
    Math.max(...boxes.map(({ right }) => right)) - x,
    Math.max(...boxes.map(({ bottom }) => bottom)) - y,
  );
}

/** Where a note begins that stands in a margin beside a block of the story, its end's before its start's; null where both are too narrow. */
function leftInMargin(words: HTMLElement, width: number): number | null {
  const block = words.closest("p, li, h2, h3, h4")?.getBoundingClientRect();
  if (block === undefined) return null;
  const sides = [block.right + besideText, block.left - besideText - width];
  if (getComputedStyle(words).direction === "rtl") sides.reverse();
  const fits = (left: number) => left >= gap && left + width + gap <= document.documentElement.clientWidth;
  return sides.find(fits) ?? null;
}
