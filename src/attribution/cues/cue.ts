import type { Mention } from "#attribution/mentions/mention.ts";
import type { CueForm } from "#attribution/words/word.ts";

/** Reporting words, and the mention that stands as their subject where grammar shows it. */
export interface Cue {
  /** Which of the story's cues it is, from 0. */
  readonly index: number;
  /** Token of the reporting word. */
  readonly at: number;
  readonly verb: string;
  /** A verb's form, or `phrase`: “according to”. */
  readonly form: CueForm["form"] | "phrase";
  readonly strength: CueForm["strength"];
  /** Null where nothing stands as subject. */
  readonly subject: Mention | null;
  /** “said Varga”: the subject follows. */
  readonly inverted: boolean;
}

/** The mention that each token belongs to. */
export type MentionAt = readonly (Mention | undefined)[];
