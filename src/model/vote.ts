/** The one question a story asks its readers, and the counting of answers. */

/** A reader's answer to "Did you enjoy this article?". */
export type Answer = "yes" | "no";

/** How all readers of a story answered. */
export interface Tally {
  readonly yes: number;
  readonly no: number;
}

/** The tally, and this reader's own answer; null when they have not voted. */
export interface VoteState {
  readonly tally: Tally;
  readonly mine: Answer | null;
}

/** How many answers it takes until shares are told: of fewer, one answer alone moves them by more than a tenth. */
export const fewestForShares = 10;

/**
 * The share of yes in whole per cent, 0 to 100, as readers and publishers are
 * told it; null where there are too few answers. Not everybody is “100 %” only
 * where everybody is: 299 of 300 are 99.
 */
export function percentOfYes({ yes, no }: Tally): number | null {
  const all = yes + no;
  if (all < fewestForShares) return null;
  const percent = Math.round((100 * yes) / all);
  return Math.min(Math.max(percent, yes > 0 ? 1 : 0), no > 0 ? 99 : 100);
}

/** The state of a story that nobody has answered yet. */
export const noVotes: VoteState = { tally: { yes: 0, no: 0 }, mine: null };

/**
 * What the state becomes when this reader answers, changes or withdraws
 * (`answer` null). The page uses it to show a vote before the server confirms
 * it, and tests hold the store to it.
 */
export function applyVote(state: VoteState, answer: Answer | null): VoteState {
  const tally = { ...state.tally };
  if (state.mine !== null) tally[state.mine] -= 1;
  if (answer !== null) tally[answer] += 1;
  return { tally, mine: answer };
}
