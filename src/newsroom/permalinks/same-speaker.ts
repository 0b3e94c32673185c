import type { Speaker } from "#model/article.ts";
import { sameName } from "#newsroom/speakers/find-speaker.ts";
import { matchNames } from "#newsroom/speakers/match-names.ts";
import type { Occurrence } from "./occurrences.ts";

/** The speakers of a revision and what they say. */
export interface RevisionSpeakers {
  readonly speakers: readonly Speaker[];
  readonly occurrences: readonly Occurrence[];
}

/** An editor's word that one name was meant as another: a spelling, or two names of one person. */
export interface Rename {
  readonly name: string;
  readonly as: string;
}

/** Whether a speaker of an earlier revision and one of the next are the same. */
export type SameSpeaker = (old: Speaker | null, next: Speaker | null) => boolean;

/**
 * Decides over whole stories, because a short name may fit two people: where
 * “Taylor” becomes “Matthew Taylor” while “Jane Taylor” joins the story, it is
 * the one who keeps more of Taylor's words; where that does not tell, neither.
 */
export function compareSpeakers(
  old: RevisionSpeakers,
  next: RevisionSpeakers,
  renames: readonly Rename[] = [],
): SameSpeaker {
  const oldWordings = wordingsBySpeaker(old.occurrences);
  const nextWordings = wordingsBySpeaker(next.occurrences);
  const shared = (a: Speaker, b: Speaker): number => {
    const own = oldWordings.get(a.name);
    const theirs = nextWordings.get(b.name);
    return own === undefined || theirs === undefined ? 0 : own.intersection(theirs).size;
  };
  const decide = (a: Speaker, b: Speaker): boolean => {
    if (renames.some(({ name, as }) => sameName(name, a.name) && sameName(as, b.name))) return true;
    const match = matchNames(a, b);
    if (match !== "fuller") return match === "equal";
    const evidence = shared(a, b);
    const outdone = (rival: Speaker, named: Speaker, evidenceOfRival: () => number): boolean => {
      const rivalMatch =
        rival.name === a.name || rival.name === b.name ? "different" : matchNames(rival, named);
      return rivalMatch === "equal" || (rivalMatch === "fuller" && evidenceOfRival() >= evidence);
    };
    if (next.speakers.some((rival) => outdone(rival, a, () => shared(a, rival)))) return false;
    const current = old.speakers.some(({ name }) => name === a.name);
    return !(current && old.speakers.some((rival) => outdone(rival, b, () => shared(rival, b))));
  };
  const decided = new Map<Speaker, Map<Speaker, boolean>>();
  // Most questions are about the same old speaker as the one before.
  let last: Speaker | null = null;
  let decidedOfLast = new Map<Speaker, boolean>();
  return (a, b) => {
    if (a === null || b === null) return a === b;
    if (a !== last) {
      last = a;
      decidedOfLast = decided.get(a) ?? new Map<Speaker, boolean>();
      decided.set(a, decidedOfLast);
    }
    const known = decidedOfLast.get(b);
    if (known !== undefined) return known;
    const same = decide(a, b);
    decidedOfLast.set(b, same);
    return same;
  };
}

function wordingsBySpeaker(occurrences: readonly Occurrence[]): ReadonlyMap<string, ReadonlySet<string>> {
  const wordings = new Map<string, Set<string>>();
  for (const { speaker, wording } of occurrences) {
    if (speaker === null) continue;
    const own = wordings.get(speaker.name) ?? new Set();
    wordings.set(speaker.name, own.add(wording));
  }
  return wordings;
}
