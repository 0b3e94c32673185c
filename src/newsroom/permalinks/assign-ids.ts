import type { Speaker } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import { ordinalOf, repeatId, wordingOf } from "#text/wording.ts";
import type { Gaps } from "./align-gaps.ts";
import type { Occurrence } from "./occurrences.ts";
import type { SameSpeaker } from "./same-speaker.ts";

/** An id that was published for a wording. */
interface Holder {
  readonly id: string;
  readonly speaker: Speaker | null;
  /** Where it stands in the current revision; null when it is not there. */
  readonly occurrence: Occurrence | null;
}

interface Comparison {
  readonly old: readonly Occurrence[];
  readonly next: readonly Occurrence[];
  readonly permalinks: readonly Permalink[];
  readonly gaps: Gaps;
  readonly same: SameSpeaker;
}

/**
 * The ids of the next revision's quotations, in their order: the words' own id,
 * and for repeats the ordinal that was theirs before.
 */
export function assignIds({ old, next, permalinks, gaps, same }: Comparison): readonly string[] {
  const before = new Map(old.map((occurrence) => [occurrence.quotation.id, occurrence]));
  const holders = Map.groupBy(
    permalinks.map(({ quotation, speaker }) => ({
      id: quotation.id,
      speaker,
      occurrence: before.get(quotation.id) ?? null,
    })),
    ({ id }) => wordingOf(id),
  );
  const ids = new Array<string>(next.length);
  for (const [wording, repeats] of Map.groupBy(next, (occurrence) => occurrence.wording)) {
    for (const [occurrence, id] of assignRepeats(wording, repeats, holders.get(wording) ?? [], gaps, same)) {
      ids[occurrence.index] = id;
    }
  }
  return ids;
}

/** One wording: who keeps which id, who gets a new one. */
function assignRepeats(
  wording: string,
  repeats: readonly Occurrence[],
  holders: readonly Holder[],
  gaps: Gaps,
  same: SameSpeaker,
): ReadonlyMap<Occurrence, string> {
  const assigned = new Map<Occurrence, string>();
  const taken = new Set<string>();
  const match = (
    candidates: readonly Holder[],
    fits: (holder: Holder, occurrence: Occurrence) => boolean,
  ) => {
    for (const occurrence of repeats) {
      if (assigned.has(occurrence)) continue;
      const holder = candidates.find((candidate) => !taken.has(candidate.id) && fits(candidate, occurrence));
      if (holder === undefined) continue;
      assigned.set(occurrence, holder.id);
      taken.add(holder.id);
    }
  };
  const inPlace = ({ occurrence: held }: Holder, occurrence: Occurrence) =>
    held !== null && gaps.old[held.index] === gaps.next[occurrence.index];
  const sameSpeaker = (holder: Holder, occurrence: Occurrence) => same(holder.speaker, occurrence.speaker);
  const current = holders
    .filter((holder) => holder.occurrence !== null)
    .sort((a, b) => (a.occurrence?.index ?? 0) - (b.occurrence?.index ?? 0));
  const gone = holders.filter((holder) => holder.occurrence === null);
  // Somebody who said these words before cannot be whom another's were given to.
  const isNewSpeaker = (occurrence: Occurrence) => !current.some((holder) => sameSpeaker(holder, occurrence));

  match(current, (holder, occurrence) => sameSpeaker(holder, occurrence) && inPlace(holder, occurrence));
  match(current, sameSpeaker);
  match(gone, sameSpeaker);
  match(current, (holder, occurrence) => isNewSpeaker(occurrence) && inPlace(holder, occurrence));
  match(current, (_, occurrence) => isNewSpeaker(occurrence));
  // Words that were in nobody's mouth and return in another's: a wording has only one plain id.
  if (current.length === 0) match(gone, ({ id }) => id === wording);

  let ordinal = Math.max(0, ...holders.map(({ id }) => ordinalOf(id)));
  for (const occurrence of repeats) {
    if (assigned.has(occurrence)) continue;
    ordinal += 1;
    assigned.set(occurrence, repeatId(wording, ordinal));
  }
  return assigned;
}
