import type { Kind } from "#attribution/kinds/decide-kinds.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { type LinearModel, likeliest } from "#attribution/ranking/linear-model.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { answeringBack, interviewee } from "./dialogue.ts";
import type { LastQuotation, Source } from "./source.ts";
import { sourceByGrammar } from "./source-by-grammar.ts";
import { sourceCandidates } from "./source-candidates.ts";
import { sourceFeatures } from "./source-features.ts";

/**
 * Ranks the mentions around each quotation and takes the best as its source, in the order of the story.
 *
 * @returns by passage; null for nobody and for what is no quotation
 */
export function chooseSources(
  story: Story,
  kinds: readonly Kind[],
  model: LinearModel,
): readonly (Source | null)[] {
  const sources: (Source | null)[] = [];
  let last: LastQuotation | null = null;
  for (const passage of story.passages) {
    const kind = kinds[passage.index];
    const source: Source | null =
      kind === "none" ? null : sourceOf(story, passage, kinds, sources, last, model);
    sources.push(source);
    if (kind !== "none") last = { passage, source: source?.mention ?? null };
  }
  return sources;
}

function sourceOf(
  story: Story,
  passage: PlacedPassage,
  kinds: readonly Kind[],
  sources: readonly (Source | null)[],
  last: LastQuotation | null,
  model: LinearModel,
): Source | null {
  const previous = sources.at(-1);
  if (passage.continues && previous !== undefined) return previous;
  return (
    certain(answeringBack(story, passage, kinds, sources), 0.85) ??
    certain(interviewee(story, passage, sources), 0.85) ??
    certain(sourceByGrammar(story, passage), 0.9) ??
    rank(story, passage, last, model)
  );
}

function certain(mention: Mention | null, probability: number): Source | null {
  return mention === null ? null : { mention, probability };
}

function rank(
  story: Story,
  passage: PlacedPassage,
  last: LastQuotation | null,
  model: LinearModel,
): Source | null {
  const candidates = sourceCandidates(story, passage, last);
  const logits = candidates.map((mention) => {
    sourceFeatures(story, passage, mention, last, model);
    return model.takeLogit();
  });
  const chosen = likeliest(candidates, logits);
  return chosen === null ? null : { mention: chosen.best, probability: chosen.probability };
}
