import type { Article } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import type { QuotationChange, RevisionChange } from "#model/revision.ts";
import type { Published } from "#store/store.ts";
import { diffWords } from "#text/diff.ts";
import { wordingId, wordingOf } from "#text/wording.ts";
import { alignGaps } from "./align-gaps.ts";
import { assignIds } from "./assign-ids.ts";
import { absent, firstPublished, present } from "./history.ts";
import { type Draft, draftOccurrences, type Occurrence, publishedOccurrences } from "./occurrences.ts";
import { compareSpeakers, type Rename, type SameSpeaker } from "./same-speaker.ts";
import { findSuccessors } from "./successors/find-successors.ts";
import type { UnmatchedWording } from "./successors/unmatched.ts";

/** A revision compared with the one before: what the store keeps. */
export interface Publication {
  /** The draft with its number and with the ids that its quotations have for good. */
  readonly article: Omit<Article, "url">;
  /** Every wording ever published, with its state after this revision. */
  readonly permalinks: readonly Permalink[];
  readonly change: RevisionChange;
}

/**
 * Compares a story with all that was published of it: assigns the ids of its
 * quotations and says what became of every old wording (design: “What a permalink
 * promises”). Pure; `previous` is null for a story's first revision. `renames`
 * are the editor's: names that were meant as others are no change of speaker.
 */
export function publish(
  previous: Pick<Published, "article" | "permalinks"> | null,
  draft: Draft,
  renames: readonly Rename[] = [],
): Publication {
  const moment = { revision: (previous?.article.revision ?? 0) + 1, date: draft.dateModified };
  const next = draftOccurrences(draft);
  const old = previous === null ? [] : publishedOccurrences(previous.article);
  const permalinks = previous?.permalinks ?? [];
  const same = compareSpeakers(
    { speakers: previous?.article.speakers ?? [], occurrences: old },
    { speakers: draft.speakers, occurrences: next },
    renames,
  );
  const gaps = alignGaps(old, next, same);
  const ids = assignIds({ old, next, permalinks, gaps, same });
  const quotations = next.map(({ quotation, index }) => ({ ...quotation, id: idAt(ids, index) }));
  const current = new Map(next.map((occurrence) => [idAt(ids, occurrence.index), occurrence]));
  const before = new Map(old.map((occurrence) => [occurrence.quotation.id, occurrence]));

  // Pairs what went with what came: first of the revision before, then of those before it.
  const unmatchedNext = next
    .filter(({ index }) => !before.has(idAt(ids, index)))
    .map((occurrence) => unmatched(occurrence, idAt(ids, occurrence.index), gaps.next));
  const unmatchedOld = old
    .filter(({ quotation }) => !current.has(quotation.id))
    .map((occurrence) => unmatched(occurrence, occurrence.quotation.id, gaps.old));
  const successors = findSuccessors(unmatchedOld, unmatchedNext, same);
  const goneBefore = permalinks.filter(
    ({ quotation }) => !before.has(quotation.id) && !current.has(quotation.id),
  );
  const followed = new Map(
    goneBefore.map((permalink) => [permalink, follow(permalink, current, successors, same)]),
  );
  const taken = new Set(successors.values());
  const successorsOfGone = findSuccessors(
    goneBefore
      .filter((permalink) => followed.get(permalink) === null)
      .map(({ quotation, speaker }) => ({ id: quotation.id, text: quotation.text, speaker, gap: null })),
    unmatchedNext.filter(({ id }) => !taken.has(id)),
    same,
  );

  const successorOf = (permalink: Permalink): Occurrence | null => {
    const { id } = permalink.quotation;
    const found = followed.get(permalink) ?? successors.get(id) ?? successorsOfGone.get(id);
    return found === undefined ? null : (current.get(found) ?? null);
  };
  const updated = permalinks.map((permalink) => {
    const { id, text } = permalink.quotation;
    const occurrence = current.get(id);
    if (occurrence !== undefined) return present(permalink, occurrence, before.has(id), same, moment);
    const follower = successorOf(permalink);
    if (follower === null) return absent(permalink, null, null, moment);
    const successor = {
      id: idAt(ids, follower.index),
      text: follower.quotation.text,
      speaker: follower.speaker,
    };
    return absent(permalink, successor, diffWords(text, successor.text), moment);
  });
  const known = new Set(permalinks.map(({ quotation }) => quotation.id));
  const added = next
    .filter(({ index }) => !known.has(idAt(ids, index)))
    .map((occurrence) => firstPublished(occurrence, idAt(ids, occurrence.index), moment));

  return {
    article: { ...draft, revision: moment.revision, quotations },
    permalinks: [...updated, ...added],
    change: {
      ...moment,
      quotations: previous === null ? [] : changesOf(previous.permalinks, updated, added, before),
    },
  };
}

function unmatched(
  { quotation, speaker, index }: Occurrence,
  id: string,
  gaps: readonly number[],
): UnmatchedWording {
  return { id, text: quotation.text, speaker, gap: gaps[index] ?? null };
}

function idAt(ids: readonly string[], index: number): string {
  const id = ids[index];
  if (id === undefined) throw new Error(`quotation ${index} was given no id`);
  return id;
}

/**
 * The end of a chain of edits: the successor of a wording's successor, or the
 * last wording that took its place, when that one has come back. Never the same
 * words again: where they return in a repeat's place, they did not become it.
 */
function follow(
  permalink: Permalink,
  current: ReadonlyMap<string, Occurrence>,
  successors: ReadonlyMap<string, string>,
  same: SameSpeaker,
): string | null {
  const { successor } = permalink;
  const lastEdit = permalink.history.findLast(({ event }) => event === "edited");
  const fits = (id: string | undefined): id is string => {
    const occurrence = id === undefined ? undefined : current.get(id);
    return (
      occurrence !== undefined &&
      occurrence.wording !== wordingOf(permalink.quotation.id) &&
      same(permalink.speaker, occurrence.speaker)
    );
  };
  const steps = successor === null ? [] : [successor, successors.get(successor)];
  const returned = lastEdit === undefined ? undefined : wordingId(lastEdit.text);
  return [...steps, returned].find(fits) ?? null;
}

/** What this revision alone did, for the story's list of changes. */
function changesOf(
  old: readonly Permalink[],
  updated: readonly Permalink[],
  added: readonly Permalink[],
  before: ReadonlyMap<string, Occurrence>,
): readonly QuotationChange[] {
  const successors = new Set(updated.map(({ successor }) => successor));
  const speakers = new Map(old.map(({ quotation, speaker }) => [quotation.id, speaker?.name ?? null]));
  const changed = updated.filter((permalink, at) => {
    if (permalink.history.length === old[at]?.history.length) return false;
    // Chains of earlier wordings follow the last one's change: that is no change of their own.
    if (permalink.state === "edited" || permalink.state === "removed")
      return before.has(permalink.quotation.id);
    // A wording that came back in another's place is told there.
    return before.has(permalink.quotation.id) || !successors.has(permalink.quotation.id);
  });
  const fresh = added.filter(({ quotation }) => !successors.has(quotation.id));
  return [
    ...changed.map((permalink) => {
      const state = stateNow(permalink);
      const speakerBefore = speakers.get(permalink.quotation.id) ?? null;
      return changeOf(permalink, state, state === "reattributed" ? speakerBefore : null);
    }),
    ...fresh.map((permalink) => changeOf(permalink, "added", null)),
  ];
}

/** Relative to the revision before: a speaker changed back is a change of speaker again. */
function stateNow(permalink: Permalink): QuotationChange["state"] {
  const last = permalink.history.at(-1)?.event;
  if (last === "retypeset" || last === "reattributed") return last;
  return permalink.state;
}

function changeOf(
  permalink: Permalink,
  state: QuotationChange["state"],
  speakerBefore: string | null,
): QuotationChange {
  return {
    id: permalink.quotation.id,
    state,
    speaker: permalink.speaker?.name ?? null,
    speakerBefore,
    text: permalink.quotation.text,
    successor: permalink.successor,
    diff: permalink.diff,
  };
}
