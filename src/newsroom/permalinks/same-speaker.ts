import type { Article, Speaker } from "#model/article.ts";
import { wordingId } from "#text/wording.ts";
import { type Draft, speakerOf } from "./draft.ts";
import { matchNames } from "./same-name.ts";

/** Whether a speaker of an earlier revision and one of the next are the same. */
export type SameSpeaker = (old: Speaker | null, next: Speaker | null) => boolean;

/**
 * Decides over whole stories, because a short name may fit two people: where
 * “Taylor” becomes “Matthew Taylor” while “Jane Taylor” joins the story, it is
 * the one who keeps more of Taylor's words; where that does not tell, neither.
 */
export function compareSpeakers(old: Article, next: Draft): SameSpeaker {
  const oldWordings = wordingsBySpeaker(old);
  const nextWordings = wordingsBySpeaker(next);
  const shared = (a: Speaker, b: Speaker): number => {
    const own = oldWordings.get(a.name);
    const theirs = nextWordings.get(b.name);
    return own === undefined || theirs === undefined ? 0 : own.intersection(theirs).size;
  };
  const decide = (a: Speaker, b: Speaker): boolean => {
    const match = matchNames(a, b);
    if (match !== "fuller") return match === "equal";
    const evidence = shared(a, b);
    const outdone = (rival: Speaker, named: Speaker, evidenceOfRival: number): boolean => {
      const rivalMatch =
        rival.name === a.name || rival.name === b.name ? "different" : matchNames(rival, named);
      return rivalMatch === "equal" || (rivalMatch === "fuller" && evidenceOfRival >= evidence);
    };
    if (next.speakers.some((rival) => outdone(rival, a, shared(a, rival)))) return false;
    const current = old.speakers.some(({ name }) => name === a.name);
    return !(current && old.speakers.some((rival) => outdone(rival, b, shared(rival, b))));
  };
  const decided = new Map<string, boolean>();
  return (a, b) => {
    if (a === null || b === null) return a === b;
    const key = JSON.stringify([a.name, a.role, a.kind, b.name, b.role, b.kind]);
    const known = decided.get(key);
    if (known !== undefined) return known;
    const same = decide(a, b);
    decided.set(key, same);
    return same;
  };
}

function wordingsBySpeaker(
  article: Pick<Article, "quotations" | "speakers">,
): ReadonlyMap<string, ReadonlySet<string>> {
  const wordings = new Map<string, Set<string>>();
  for (const quotation of article.quotations) {
    const speaker = speakerOf(article, quotation);
    if (speaker === null) continue;
    const own = wordings.get(speaker.name) ?? new Set();
    wordings.set(speaker.name, own.add(wordingId(quotation.text)));
  }
  return wordings;
}
