import type { Speaker } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import { ordinalOf, repeatId, wordingOf } from "#text/wording.ts";
import type { Gaps } from "./align-gaps.ts";
import type { Spoken } from "./occurrences.ts";
import type { SameSpeaker } from "./same-speaker.ts";

/** An id that was published for a wording. */
interface Holder {
  readonly id: string;
  readonly speaker: Speaker | null;
  /** Where it stands in the current revision; null when it is not there. */
  readonly place: Spoken | null;
}

interface Comparison {
  readonly old: readonly Spoken[];
  readonly next: readonly Spoken[];
  readonly permalinks: readonly Permalink[];
  readonly gaps: Gaps;
  readonly same: SameSpeaker;
}

/**
 * The ids of the next revision's quotations, in their order: the words' own id,
 * and for repeats the ordinal that was theirs before.
 */
export function settleIds({ old, next, permalinks, gaps, same }: Comparison): readonly string[] {
  const places = new Map(old.map((spoken) => [spoken.quotation.id, spoken]));
  const holders = Map.groupBy(
    permalinks.map(({ quotation, speaker }) => ({
      id: quotation.id,
      speaker,
      place: places.get(quotation.id) ?? null,
    })),
    ({ id }) => wordingOf(id),
  );
  const ids = new Array<string>(next.length);
  for (const [wording, repeats] of Map.groupBy(next, (spoken) => spoken.wording)) {
    for (const [spoken, id] of settleRepeats(wording, repeats, holders.get(wording) ?? [], gaps, same)) {
      ids[spoken.index] = id;
    }
  }
  return ids;
}

/** One wording: who keeps which id, who gets a new one. */
function settleRepeats(
  wording: string,
  repeats: readonly Spoken[],
  holders: readonly Holder[],
  gaps: Gaps,
  same: SameSpeaker,
): ReadonlyMap<Spoken, string> {
  const settled = new Map<Spoken, string>();
  const taken = new Set<string>();
  const match = (candidates: readonly Holder[], fits: (holder: Holder, spoken: Spoken) => boolean) => {
    for (const spoken of repeats) {
      if (settled.has(spoken)) continue;
      const holder = candidates.find((candidate) => !taken.has(candidate.id) && fits(candidate, spoken));
      if (holder === undefined) continue;
      settled.set(spoken, holder.id);
      taken.add(holder.id);
    }
  };
  const inPlace = ({ place }: Holder, spoken: Spoken) =>
    place !== null && gaps.old[place.index] === gaps.next[spoken.index];
  const sameVoice = (holder: Holder, spoken: Spoken) => same(holder.speaker, spoken.speaker);
  const current = holders
    .filter(({ place }) => place !== null)
    .sort((a, b) => (a.place?.index ?? 0) - (b.place?.index ?? 0));
  const gone = holders.filter(({ place }) => place === null);
  // Somebody who said these words before cannot be whom another's were given to.
  const newVoice = (spoken: Spoken) => !current.some((holder) => sameVoice(holder, spoken));

  match(current, (holder, spoken) => sameVoice(holder, spoken) && inPlace(holder, spoken));
  match(current, sameVoice);
  match(gone, sameVoice);
  match(current, (holder, spoken) => newVoice(spoken) && inPlace(holder, spoken));
  match(current, (_, spoken) => newVoice(spoken));
  // Words that were in nobody's mouth and return in another's: a wording has only one plain id.
  if (current.length === 0) match(gone, ({ id }) => id === wording);

  let ordinal = Math.max(0, ...holders.map(({ id }) => ordinalOf(id)));
  for (const spoken of repeats) {
    if (settled.has(spoken)) continue;
    ordinal += 1;
    settled.set(spoken, repeatId(wording, ordinal));
  }
  return settled;
}
