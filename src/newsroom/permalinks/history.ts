import type { Speaker } from "#model/article.ts";
import type { Permalink, PermalinkEvent, PermalinkState } from "#model/permalink.ts";
import { matchNames } from "#newsroom/speakers/match-names.ts";
import type { Occurrence } from "./occurrences.ts";
import type { SameSpeaker } from "./same-speaker.ts";

/** When something happens to a wording. */
export interface Moment {
  readonly revision: number;
  /** ISO 8601. */
  readonly date: string;
}

/** The first entry of a permalink's history: what readers were promised. */
function publishedAs(permalink: Permalink): PermalinkEvent {
  const [published] = permalink.history;
  if (published === undefined) throw new Error(`the permalink ${permalink.quotation.id} has no history`);
  return published;
}

export function firstPublished(occurrence: Occurrence, id: string, moment: Moment): Permalink {
  const { quotation, speaker } = occurrence;
  return {
    state: "verbatim",
    quotation: { ...quotation, id },
    speaker,
    successor: null,
    diff: null,
    history: [{ ...moment, event: "published", speaker, text: quotation.text }],
  };
}

/** A wording that is in the new revision: was it there before, and is it as it was published? */
export function present(
  permalink: Permalink,
  occurrence: Occurrence,
  wasCurrent: boolean,
  same: SameSpeaker,
  moment: Moment,
): Permalink {
  const { quotation, speaker } = occurrence;
  const published = publishedAs(permalink);
  const sameSpeaker = same(permalink.speaker, speaker);
  const wasByOwnSpeaker = isByOwnSpeaker(permalink);
  const match = matchNames(published.speaker, speaker);
  const likePublished = match !== "different" || same(published.speaker, speaker);
  const byOwnSpeaker =
    match === "equal" || (sameSpeaker ? wasByOwnSpeaker && likePublished : same(published.speaker, speaker));
  const asPublished = quotation.text === published.text;
  const typography = asPublished ? "verbatim" : "retypeset";
  const state: PermalinkState = byOwnSpeaker ? typography : "reattributed";

  // Only words of their own speaker are ever “restored”: `isByOwnSpeaker` reads that from the history.
  const event = ((): PermalinkEvent["event"] | null => {
    if (!sameSpeaker || !wasCurrent || byOwnSpeaker !== wasByOwnSpeaker)
      return byOwnSpeaker ? "restored" : "reattributed";
    if (quotation.text === permalink.quotation.text) return null;
    return asPublished && byOwnSpeaker ? "restored" : "retypeset";
  })();
  return {
    state,
    quotation: { ...quotation, id: permalink.quotation.id },
    speaker,
    successor: null,
    diff: null,
    history:
      event === null
        ? permalink.history
        : [...permalink.history, { ...moment, event, speaker, text: quotation.text }],
  };
}

/** Whether the words last stood in the mouth of the one whom they were first published for. */
function isByOwnSpeaker({ history }: Permalink): boolean {
  return history.findLast(({ event }) => attributing.has(event))?.event !== "reattributed";
}

const attributing: ReadonlySet<PermalinkEvent["event"]> = new Set(["published", "reattributed", "restored"]);

/** A wording that is not in the new revision, and has a successor or none. */
export function absent(
  permalink: Permalink,
  successor: { readonly id: string; readonly text: string; readonly speaker: Speaker | null } | null,
  diff: Permalink["diff"],
  moment: Moment,
): Permalink {
  const state = successor === null ? "removed" : "edited";
  const last = permalink.history.at(-1);
  const text = successor?.text ?? permalink.quotation.text;
  const speaker = successor?.speaker ?? permalink.speaker;
  const known = last?.event === state && last.text === text;
  return {
    ...permalink,
    state,
    successor: successor?.id ?? null,
    diff: successor === null ? null : diff,
    history: known ? permalink.history : [...permalink.history, { ...moment, event: state, speaker, text }],
  };
}
