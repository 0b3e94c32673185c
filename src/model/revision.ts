import type { DiffPart, PermalinkState } from "./permalink.ts";

/** What one revision did to one published wording. */
export interface QuotationChange {
  readonly id: string;
  readonly state: PermalinkState | "added";
  readonly speaker: string | null;
  /** Whose words they were until then, when `reattributed`; null when nobody's, and otherwise. */
  readonly speakerBefore: string | null;
  readonly text: string;
  /** The wording that took its place, when `edited`. */
  readonly successor: string | null;
  readonly diff: readonly DiffPart[] | null;
}

/** One entry of a story's "Corrections and changes". */
export interface RevisionChange {
  readonly revision: number;
  /** ISO 8601 instant. */
  readonly date: string;
  readonly quotations: readonly QuotationChange[];
}
