import type { Occurrence } from "./occurrences.ts";
import type { SameSpeaker } from "./same-speaker.ts";

/** For each quotation of two revisions, the gap between unchanged neighbours in which it stands. */
export interface Gaps {
  readonly old: readonly number[];
  readonly next: readonly number[];
}

/**
 * Lays two revisions beside each other: quotations whose words occur once in each,
 * unmoved and by the same speaker, divide both into the same gaps (the anchors of
 * a patience diff). Quotations in one gap stand in one place of the story.
 */
export function alignGaps(old: readonly Occurrence[], next: readonly Occurrence[], same: SameSpeaker): Gaps {
  const oldOnce = once(old);
  const nextOnce = once(next);
  const pairs = old.flatMap((occurrence) => {
    const partner = nextOnce.get(occurrence.wording);
    if (oldOnce.get(occurrence.wording) === undefined || partner === undefined) return [];
    return same(occurrence.speaker, partner.speaker) ? [{ old: occurrence.index, next: partner.index }] : [];
  });
  const anchors = longestRise(pairs);
  return {
    old: gapNumbers(
      old.length,
      anchors.map((pair) => pair.old),
    ),
    next: gapNumbers(
      next.length,
      anchors.map((pair) => pair.next),
    ),
  };
}

function once(occurrences: readonly Occurrence[]): ReadonlyMap<string, Occurrence> {
  const groups = Map.groupBy(occurrences, ({ wording }) => wording);
  return new Map(
    [...groups].flatMap(([wording, [first, second]]) =>
      first !== undefined && second === undefined ? [[wording, first]] : [],
    ),
  );
}

function gapNumbers(length: number, anchors: readonly number[]): readonly number[] {
  const starts = new Set(anchors);
  let gap = 0;
  return Array.from({ length }, (_, index) => {
    if (starts.has(index)) gap += 1;
    return gap;
  });
}

interface Pair {
  readonly old: number;
  readonly next: number;
}

/** The most pairs that keep their order in both revisions (patience sorting). */
function longestRise(pairs: readonly Pair[]): readonly Pair[] {
  interface Card {
    readonly pair: Pair;
    readonly before: Card | null;
  }
  const tops: Card[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tops[middle]?.pair.next ?? 0) < pair.next) low = middle + 1;
      else high = middle;
    }
    tops[low] = { pair, before: tops[low - 1] ?? null };
  }
  const rise: Pair[] = [];
  for (let card = tops.at(-1) ?? null; card !== null; card = card.before) rise.push(card.pair);
  return rise.reverse();
}
