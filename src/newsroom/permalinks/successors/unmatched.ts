import type { Speaker } from "#model/article.ts";
import { wordingOf } from "#text/wording.ts";
import type { Wordings, WordList } from "./wordings.ts";

/** A wording without a partner in the other revision. */
export interface UnmatchedWording {
  readonly id: string;
  readonly text: string;
  readonly speaker: Speaker | null;
  /** The gap between unchanged neighbours where it stands; null for words that went earlier. */
  readonly gap: number | null;
}

/** A wording made ready to be compared with many. */
export interface PreparedWording extends UnmatchedWording {
  /** Among all that are prepared with it, from 0. */
  readonly position: number;
  /** The number of the wording that its id names. */
  readonly wording: number;
  readonly words: WordList;
  /** Position among the unmatched of its speaker in its gap, and how many there are. */
  readonly rank: number;
  readonly ranks: number;
}

export function prepareWordings(
  unmatched: readonly UnmatchedWording[],
  wordings: Wordings,
): readonly PreparedWording[] {
  const groups = Map.groupBy(unmatched, ({ gap, speaker }) => `${gap} ${speaker?.name ?? ""}`);
  return [...groups.values()]
    .flatMap((group) => group.map((one, rank) => ({ ...one, rank, ranks: group.length })))
    .map((one, position) => ({
      ...one,
      position,
      wording: wordings.numberOf(wordingOf(one.id)),
      words: wordings.wordsOf(one.text),
    }));
}
