import type { Speaker } from "#model/article.ts";
import { commonRuns, keptWords, type Places, placesOf } from "#text/align.ts";
import { wordingOf } from "#text/wording.ts";
import { words } from "#text/words.ts";
import type { SameSpeaker } from "./same-speaker.ts";

/** A wording without a partner in the other revision. */
export interface Loose {
  readonly id: string;
  readonly text: string;
  readonly speaker: Speaker | null;
  /** The gap between unchanged neighbours where it stands; null for words that went earlier. */
  readonly gap: number | null;
}

/** At least half of the words are kept. */
const leastKept = 0.5;
/** Ahead of any other by this much of the words, or it is not the one. */
const clearlyAhead = 0.1;
/** Standing at the same place of the story speaks for a successor… */
const samePlace = 0.1;
/** …and so does being the n-th of as many changed ones there. */
const sameRank = 0.1;
/** Two old wordings may share this part of the words they have in a successor and still be merged into it. */
const sharedInMerge = 0.34;

interface Prepared extends Loose {
  readonly wording: string;
  readonly words: readonly string[];
  readonly places: Places;
  readonly counts: ReadonlyMap<string, number>;
  /** Position among the loose of its speaker in its gap, and how many there are. */
  readonly rank: number;
  readonly ranks: number;
}

interface Match {
  readonly old: Prepared;
  readonly next: Prepared;
  readonly score: number;
}

/**
 * For each old wording the new one that it was changed into: same speaker, at least
 * half of the words in order, clearly ahead of any other. Ambiguous ones are left out.
 * Several old wordings may share a successor where they were merged into it, each
 * having its own part of the words.
 */
export function findSuccessors(
  old: readonly Loose[],
  next: readonly Loose[],
  same: SameSpeaker,
): ReadonlyMap<string, string> {
  const matches = allMatches(prepare(old), prepare(next), same);
  const byOld = Map.groupBy(matches, (match) => match.old);
  const byNext = Map.groupBy(matches, (match) => match.next);
  for (const options of [...byOld.values(), ...byNext.values()]) options.sort((a, b) => b.score - a.score);

  const accepted = new Map<Prepared, Match>();
  const open = ({ old: wording, next: successor }: Match): boolean =>
    !accepted.has(wording) &&
    (byNext.get(successor) ?? []).every(
      (other) => accepted.get(other.old) !== other || compatible(other, { old: wording, next: successor }),
    );
  const best = (options: readonly Match[] | undefined): Match | undefined => options?.find(open);

  /** Another candidate nearly as good, which is not more clearly another wording's successor. */
  const rivalled = (match: Match): boolean =>
    (byOld.get(match.old) ?? []).some(
      (rival) =>
        rival !== match &&
        rival.score > match.score - clearlyAhead + epsilon &&
        rival.next.wording !== match.next.wording &&
        open(rival) &&
        (best(byNext.get(rival.next))?.score ?? 0) <= rival.score,
    );
  /** Another old wording nearly as good for the same words, which has no better place to go. */
  const contested = (match: Match): boolean =>
    (byNext.get(match.next) ?? []).some(
      (rival) =>
        rival.old !== match.old &&
        rival.score > match.score - clearlyAhead + epsilon &&
        open(rival) &&
        (best(byOld.get(rival.old))?.score ?? 0) <= rival.score &&
        !compatible(rival, match),
    );

  for (let progress = true; progress; ) {
    progress = false;
    for (const [wording, options] of byOld) {
      if (accepted.has(wording)) continue;
      const match = best(options);
      if (match === undefined || rivalled(match) || contested(match)) continue;
      accepted.set(wording, match);
      progress = true;
    }
  }
  return new Map([...accepted].map(([{ id }, match]) => [id, match.next.id]));
}

/** Scores are sums of a few fractions: differences below this are none. */
const epsilon = 1e-9;

function prepare(loose: readonly Loose[]): readonly Prepared[] {
  const groups = Map.groupBy(loose, ({ gap, speaker }) => `${gap} ${speaker?.name ?? ""}`);
  return [...groups.values()].flatMap((group) =>
    group.map((one, rank) => {
      const own = words(one.text);
      const counts = new Map<string, number>();
      for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
      return {
        ...one,
        wording: wordingOf(one.id),
        words: own,
        places: placesOf(own),
        counts,
        rank,
        ranks: group.length,
      };
    }),
  );
}

function allMatches(old: readonly Prepared[], next: readonly Prepared[], same: SameSpeaker): Match[] {
  const index = indexWords(next);
  const matches: Match[] = [];
  for (const one of old) {
    for (const other of mayKeepHalf(one, next, index)) {
      // The same words in another place are a repeat of them, not a change.
      if (one.wording === other.wording || !same(one.speaker, other.speaker)) continue;
      const kept = keptWords(one.places, other.words);
      if (kept < one.words.length * leastKept) continue;
      const closeness = (2 * kept) / (one.words.length + other.words.length);
      const inPlace = one.gap !== null && one.gap === other.gap;
      if (closeness < leastKept && !holdsTogether(one, other, inPlace)) continue;
      const ranked = inPlace && one.ranks === other.ranks && one.rank === other.rank;
      const score = closeness + (inPlace ? samePlace : 0) + (ranked ? sameRank : 0);
      matches.push({ old: one, next: other, score });
    }
  }
  return matches;
}

/** For each word, the texts that have it (by number) and how often, in turns. */
type WordIndex = ReadonlyMap<string, readonly number[]>;

function indexWords(texts: readonly Prepared[]): WordIndex {
  const index = new Map<string, number[]>();
  texts.forEach(({ counts }, number) => {
    for (const [word, count] of counts) {
      const entries = index.get(word);
      if (entries === undefined) index.set(word, [number, count]);
      else entries.push(number, count);
    }
  });
  return index;
}

/** A cheap look before the exact one: which texts have enough common words at all, in whatever order? */
function mayKeepHalf(one: Prepared, texts: readonly Prepared[], index: WordIndex): readonly Prepared[] {
  const common = new Uint32Array(texts.length);
  for (const [word, count] of one.counts) {
    const entries = index.get(word) ?? [];
    for (let at = 0; at < entries.length; at += 2) {
      const number = entries[at] ?? 0;
      common[number] = (common[number] ?? 0) + Math.min(count, entries[at + 1] ?? 0);
    }
  }
  return texts.filter((_, number) => {
    const shared = common[number] ?? 0;
    return shared > 0 && shared >= one.words.length * leastKept;
  });
}

/**
 * In a much longer text, half of a wording's words turn up by chance (“it is what
 * it is” in any long answer): there they must be kept in runs of three or more,
 * or, of very few words, all of them together at the same place.
 */
function holdsTogether(one: Prepared, other: Prepared, inPlace: boolean): boolean {
  const least = Math.min(3, one.words.length);
  if (least < 3 && !inPlace) return false;
  const runs = commonRuns(one.words, other.words).filter(({ length }) => length >= least);
  return runs.reduce((sum, { length }) => sum + length, 0) >= one.words.length * leastKept;
}

/** Whether two old wordings can both have become the same one: repeats of one wording, or parts merged. */
function compatible(one: Omit<Match, "score">, other: Omit<Match, "score">): boolean {
  if (one.old.wording === other.old.wording) return true;
  const taken = keptPlaces(one);
  const wanted = keptPlaces(other);
  return wanted.intersection(taken).size <= Math.min(taken.size, wanted.size) * sharedInMerge;
}

function keptPlaces({ old, next }: Omit<Match, "score">): ReadonlySet<number> {
  const runs = commonRuns(old.words, next.words);
  return new Set(runs.flatMap(({ next: start, length }) => Array.from({ length }, (_, at) => start + at)));
}
