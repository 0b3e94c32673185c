import type { Span } from "#text/spans.ts";

/** What stands between a pair of marks in one paragraph, before anybody knows whether it is a quotation. */
export interface Passage extends Span {
  /** With its marks; equal to the words' own edge where a mark is missing. */
  readonly outer: Span;
  readonly paragraph: number;
  /** Its marks were reopened from the passage before, whose utterance it carries on. */
  readonly continues: boolean;
}
