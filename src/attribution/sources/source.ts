import type { Mention } from "#attribution/mentions/mention.ts";
import type { PlacedPassage } from "#attribution/story.ts";

/** The mention that names who said a passage, and how sure the ranker is. */
export interface Source {
  readonly mention: Mention;
  readonly probability: number;
}

/** The last quotation before a passage, and the mention chosen as its source, where one was. */
export interface LastQuotation {
  readonly passage: PlacedPassage;
  readonly source: Mention | null;
}
