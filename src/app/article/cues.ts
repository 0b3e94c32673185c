import type { Article } from "#model/article.ts";

export interface CueInMargin {
  /** The speaker's first appearance names their role too. */
  readonly withRole: boolean;
}

const known = new WeakMap<object, ReadonlyMap<string, CueInMargin>>();

/** Which quotations are cued in the margin, by their ids: the first of each run of one voice. */
export function cuesOf(article: Pick<Article, "quotations">): ReadonlyMap<string, CueInMargin> {
  const found = known.get(article) ?? gather(article);
  known.set(article, found);
  return found;
}

function gather({ quotations }: Pick<Article, "quotations">): ReadonlyMap<string, CueInMargin> {
  const cues = new Map<string, CueInMargin>();
  const introduced = new Set<string | null>();
  let before: string | null | undefined;
  for (const { id, speaker } of quotations) {
    if (speaker !== before) cues.set(id, { withRole: !introduced.has(speaker) });
    introduced.add(speaker);
    before = speaker;
  }
  return cues;
}
