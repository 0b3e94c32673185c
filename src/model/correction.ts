/** An editor's decision about a story's quotations. It outlives re-ingests, revisions and engine upgrades. */
export type Decision =
  | {
      readonly kind: "speaker";
      readonly quotation: string;
      readonly name: string | null;
      readonly role: string | null;
    }
  | { readonly kind: "not-a-quotation"; readonly quotation: string }
  | {
      readonly kind: "quotation";
      readonly text: string;
      readonly name: string | null;
      readonly role: string | null;
    }
  | { readonly kind: "role"; readonly name: string; readonly role: string | null }
  | { readonly kind: "same-person"; readonly name: string; readonly as: string }
  | { readonly kind: "spelling"; readonly name: string; readonly as: string };

export interface Correction {
  /** Numbered from 1 within a story; never reused. */
  readonly number: number;
  readonly decision: Decision;
  /** The words that the decision is about, so that it is found again after an edit; null for decisions about names. */
  readonly wording: string | null;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Where it was made: on the command line, or in the story's front matter. */
  readonly origin: "editor" | "front-matter";
}
