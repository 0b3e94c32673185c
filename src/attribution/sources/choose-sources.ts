import type { Reference } from "#attribution/coreference/reference.ts";
import type { Kind } from "#attribution/kinds/kind.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { type LinearModel, likeliest } from "#attribution/ranking/linear-model.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { answeringBack, interviewee } from "./dialogue.ts";
import type { LastQuotation, Source } from "./source.ts";
import { isReporters, sourceByGrammar } from "./source-by-grammar.ts";
import { sourceCandidates } from "./source-candidates.ts";
import { sourceFeatures } from "./source-features.ts";

/**
 * Ranks the mentions around each quotation and takes the best as its source, in the order of the story; an utterance
 * over several paragraphs has one source, found beside whichever of its passages has reporting words.
 *
 * @returns by passage; null for nobody and for what is no quotation
 */
export function chooseSources(
  story: Story,
  kinds: readonly Kind[],
  references: readonly Reference[],
  model: LinearModel,
): readonly (Source | null)[] {
  const sources: (Source | null)[] = [];
  let last: LastQuotation | null = null;
  for (const { passages, leading } of story.utterances) {
    const quoted = kinds[leading.index] !== "none";
    const source: Source | null = quoted
      ? sourceOf(story, leading, kinds, references, sources, last, model)
      : null;
    for (const passage of passages) {
      sources.push(source);
      if (quoted) last = { passage, source: source?.mention ?? null };
    }
  }
  return sources;
}

function sourceOf(
  story: Story,
  passage: PlacedPassage,
  kinds: readonly Kind[],
  references: readonly Reference[],
  sources: readonly (Source | null)[],
  last: LastQuotation | null,
  model: LinearModel,
): Source | null {
  if (isReporters(story, passage)) return null;
  return (
    certain(answeringBack(story, passage, kinds, references, sources), 0.85) ??
    certain(interviewee(story, passage, sources), 0.85) ??
    certain(sourceByGrammar(story, passage), 0.9) ??
    rank(story, passage, references, last, model)
  );
}

function certain(mention: Mention | null, probability: number): Source | null {
  return mention === null ? null : { mention, probability };
}

function rank(
  story: Story,
  passage: PlacedPassage,
  references: readonly Reference[],
  last: LastQuotation | null,
  model: LinearModel,
): Source | null {
  const candidates = sourceCandidates(story, passage, last);
  const logits = candidates.map((mention) => {
    sourceFeatures(story, passage, mention, references, last, model);
    return model.takeLogit();
  });
  const chosen = likeliest(candidates, logits);
  return chosen === null ? null : { mention: chosen.best, probability: chosen.probability };
}
