import type { Article, Quotation } from "#model/article.ts";
import { isDoubtful } from "#model/doubt.ts";

export interface CueInMargin {
  /** The speaker's first appearance names their role too. */
  readonly withRole: boolean;
}

const known = new WeakMap<object, ReadonlyMap<string, CueInMargin>>();

/** Which quotations are cued in the margin, by their ids: the first of each run of one voice, surely or doubtfully attributed. */
export function cuesOf(article: Pick<Article, "quotations">): ReadonlyMap<string, CueInMargin> {
  const found = known.get(article) ?? gather(article);
  known.set(article, found);
  return found;
}

function gather({ quotations }: Pick<Article, "quotations">): ReadonlyMap<string, CueInMargin> {
  const cues = new Map<string, CueInMargin>();
  const introduced = new Set<string | null>();
  let before: Quotation | undefined;
  for (const quotation of quotations) {
    const { id, speaker } = quotation;
    const goesOn = before?.speaker === speaker && isDoubtful(before) === isDoubtful(quotation);
    if (!goesOn) cues.set(id, { withRole: !introduced.has(speaker) });
    introduced.add(speaker);
    before = quotation;
  }
  return cues;
}
