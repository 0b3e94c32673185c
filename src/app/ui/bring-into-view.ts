/** Room above what is brought to the top of the view, in pixels. */
const room = 8;

/**
 * Brings the linked quotation's words into the middle of the view, or their
 * beginning near its top where they are longer; and with them the note above
 * their paragraph, as far as they leave it room.
 */
export function bringIntoView(words: Element): void {
  const isLong = words.getBoundingClientRect().height > innerHeight / 2;
  words.scrollIntoView({ block: isLong ? "start" : "center", behavior: "instant" });
  const above = words.closest("[data-arrival]")?.firstElementChild?.getBoundingClientRect().top ?? room;
  const left = innerHeight - room - words.getBoundingClientRect().bottom;
  const hidden = Math.min(room - above, left);
  if (hidden > 0) scrollBy({ top: -hidden, behavior: "instant" });
}
