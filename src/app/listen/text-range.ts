/**
 * The range of the page that shows `text.slice(start, end)`, where `element`
 * shows all of `text` and perhaps, between its words, words of the interface;
 * null when the page shows something else.
 *
 * The words themselves tell which is which: a text node belongs to the text
 * when it goes on where the one before it ended.
 */
export function textRange(element: Element, text: string, start: number, end: number): Range | null {
  const { ownerDocument } = element;
  const nodes = ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = ownerDocument.createRange();
  let at = 0;
  let begun = false;
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const own = node.nodeValue ?? "";
    if (own === "" || !text.startsWith(own, at)) continue;
    const after = at + own.length;
    if (!begun && start < after) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun && end <= after) {
      range.setEnd(node, end - at);
      return range;
    }
    at = after;
  }
  return null;
}
