/** What is open beside the story: a quotation's note, the bar that steps through quotations, the list of keys, the first hint. */
export interface Tool {
  readonly kind: "note" | "bar" | "keys" | "hint";
  /** What the note stands beside. */
  readonly anchor: HTMLElement | null;
}

/** A key that was pressed; each press is an object of its own. */
export interface KeyPress {
  readonly key: string;
}

/** Whether the step bar shows: while one steps, and under a lens as long as nothing else is open. */
export const isBarOpen = (tool: Tool | null, lens: ReadonlySet<string>): boolean =>
  tool?.kind === "bar" || (lens.size > 0 && (tool === null || tool.kind === "hint"));
