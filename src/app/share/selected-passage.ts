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
