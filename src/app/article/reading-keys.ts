/** Where a reader steps, wherever they are in the story. */
const anywhere = new Set(["j", "k", "J", "K", "?"]);
/** What is done with the quotation where they are. */
const atQuotation = new Set(["c", "s", "b", "Enter"]);

/**
 * Whether a key is meant for the story: never while somebody types, holds a
 * modifier, or has turned the letters off; and Enter never where it presses
 * something else.
 *
 * @param isAtQuotation whether there is a quotation where the reader is
 */
export function isReadingKey(event: KeyboardEvent, isAtQuotation: boolean): boolean {
  if (!anywhere.has(event.key) && !(isAtQuotation && atQuotation.has(event.key))) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const isOff = document.documentElement.dataset.keys === "off";
  if (isOff && event.key !== "?" && event.key !== "Enter") return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const own = "input, textarea, select, [contenteditable]";
  return target?.closest(event.key === "Enter" ? `a, button, summary, dialog, ${own}` : own) == null;
}
