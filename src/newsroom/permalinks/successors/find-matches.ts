import type { SameSpeaker } from "#newsroom/permalinks/same-speaker.ts";
import { Matches } from "./matches.ts";
import type { PreparedWording } from "./unmatched.ts";
import { WordIndex } from "./word-index.ts";
import type { Wordings, WordList } from "./wordings.ts";

/** At least half of the words are kept. */
const leastKept = 0.5;
/** Standing at the same place of the story speaks for a successor… */
const samePlace = 0.1;
/** …and so does being the n-th of as many changed ones there. */
const sameRank = 0.1;

/** All that old wordings may have become: same speaker, at least half of the words in order. */
export function findMatches(
  old: readonly PreparedWording[],
  next: readonly PreparedWording[],
  wordings: Wordings,
  same: SameSpeaker,
): Matches {
  const matches = new Matches(old, next);
  const candidates = [...Map.groupBy(next, (one) => one.words)];
  const index = new WordIndex(candidates.map(([words]) => words));
  for (const [words, ones] of Map.groupBy(old, (one) => one.words)) {
    for (const position of index.sharing(words, words.inOrder.length * leastKept)) {
      const [candidate, others] = candidates[position] ?? [words, []];
      let kept: number | null = null;
      for (const one of ones) {
        for (const other of others) {
          // The same words in another place are a repeat of them, not a change.
          if (one.wording === other.wording || !same(one.speaker, other.speaker)) continue;
          kept ??= wordings.kept(words, candidate);
          const score = scoreOf(one, other, kept, wordings);
          if (score !== null) matches.add(one, other, kept, score);
        }
      }
    }
  }
  return matches;
}

/** How likely one became the other; null where too little is kept or holds together. */
function scoreOf(
  one: PreparedWording,
  other: PreparedWording,
  kept: number,
  wordings: Wordings,
): number | null {
  if (kept === 0 || kept < one.words.inOrder.length * leastKept) return null;
  const closeness = (2 * kept) / (one.words.inOrder.length + other.words.inOrder.length);
  const inPlace = one.gap !== null && one.gap === other.gap;
  if (closeness < leastKept && !holdsTogether(one.words, other.words, kept, inPlace, wordings)) return null;
  const ranked = inPlace && one.ranks === other.ranks && one.rank === other.rank;
  return closeness + (inPlace ? samePlace : 0) + (ranked ? sameRank : 0);
}

/**
 * In a much longer text, half of a wording's words turn up by chance (“it is what
 * it is” in any long answer): there they must be kept in runs of three or more,
 * or, of very few words, all of them together at the same place.
 */
function holdsTogether(
  one: WordList,
  other: WordList,
  kept: number,
  inPlace: boolean,
  wordings: Wordings,
): boolean {
  const least = Math.min(3, one.inOrder.length);
  if (kept < least || (least < 3 && !inPlace)) return false;
  const runs = wordings.commonRuns(one, other).filter(({ length }) => length >= least);
  return runs.reduce((sum, { length }) => sum + length, 0) >= one.inOrder.length * leastKept;
}
