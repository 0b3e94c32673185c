/** What is open beside the story: a quotation's note, the bar that steps through quotations, or the list of keys. */
export interface Tool {
  readonly kind: "note" | "bar" | "keys";
  readonly quotation: string | null;
  readonly anchor: HTMLElement | null;
}
