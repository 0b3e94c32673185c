import type { SameSpeaker } from "#newsroom/permalinks/same-speaker.ts";
import { chooseMatches } from "./choose-matches.ts";
import { findMatches } from "./find-matches.ts";
import { prepareWordings, type UnmatchedWording } from "./unmatched.ts";
import { Wordings } from "./wordings.ts";

/**
 * For each old wording the new one that it was changed into: same speaker, at least
 * half of the words in order, clearly ahead of any other. Ambiguous ones are left out.
 * Several old wordings may share a successor where they were merged into it, each
 * having its own part of the words.
 */
export function findSuccessors(
  old: readonly UnmatchedWording[],
  next: readonly UnmatchedWording[],
  same: SameSpeaker,
): ReadonlyMap<string, string> {
  const wordings = new Wordings();
  const matches = findMatches(
    prepareWordings(old, wordings),
    prepareWordings(next, wordings),
    wordings,
    same,
  );
  const { olds, nexts, oldOf, nextOf } = matches;
  return new Map(
    chooseMatches(matches, wordings).flatMap((match) => {
      const from = olds[oldOf[match] ?? 0];
      const to = nexts[nextOf[match] ?? 0];
      return from === undefined || to === undefined ? [] : [[from.id, to.id]];
    }),
  );
}
