import type { Article, Quotation } from "#model/article.ts";

/** A passage of the story that the reader has selected. */
export interface Passage {
  readonly range: Range;
  /** Where it ends on the screen, in pixels from the top: what is shown about it keeps away from there. */
  readonly bottom: number;
}

/** The selection, when it holds words of the story and nothing else. */
export function selectedPassage(): Passage | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const story = document.querySelector("main article");
  if (!story?.contains(range.commonAncestorContainer) || range.toString().trim().length < 2) return null;
  return { range: range.cloneRange(), bottom: range.getBoundingClientRect().bottom };
}

const marksAndSpaces = /[\s“”„‟"«»‹›‘’‚'「」『』]/gu;

/**
 * The quotation that a selection stands within, wholly or in part, the marks
 * around it aside; null where other words are selected too.
 */
export function quotationOf(article: Article, range: Range): Quotation | null {
  const ids = new Set<string | null>();
  for (const { node, text } of textsIn(range)) {
    if (text.replace(marksAndSpaces, "") === "") continue;
    ids.add(node.parentElement?.closest<HTMLElement>("[data-quotation]")?.dataset.quotation ?? null);
  }
  const [id] = ids;
  return ids.size === 1 ? (article.quotations.find((quotation) => quotation.id === id) ?? null) : null;
}

/** The selected part of each text that a range reaches into. */
function* textsIn(range: Range): Generator<{ readonly node: Text; readonly text: string }> {
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = range;
  const root = commonAncestorContainer.parentNode ?? commonAncestorContainer;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
    const from = node === startContainer ? startOffset : 0;
    const until = node === endContainer ? endOffset : node.length;
    yield { node, text: node.data.slice(from, until) };
  }
}

/** Whether the blocks that a selection reaches into, or else the headline, stand as the story has them: no translator's words. */
export function isAsWritten(article: Article, range: Range): boolean {
  const reached = article.blocks.flatMap(({ id, text }) => {
    const element = document.getElementById(id);
    return element !== null && range.intersectsNode(element) ? [{ text, drawn: element.textContent }] : [];
  });
  const headline = document.querySelector("main h1")?.textContent;
  return reached.length === 0
    ? headline === article.headline
    : reached.every(({ text, drawn }) => text === drawn);
}
