import type { Kind } from "#attribution/kinds/decide-kinds.ts";
import type { Source } from "#attribution/parts.ts";
import { type LinearModel, softmax } from "#attribution/ranking/linear-model.ts";
import type { Story } from "#attribution/story.ts";
import { answeringBack, interviewee } from "./dialogue.ts";
import { sourceByGrammar } from "./source-by-grammar.ts";
import { type History, sourceCandidates } from "./source-candidates.ts";
import { sourceFeatures } from "./source-features.ts";

const NOBODY: Source = { mention: -1, probability: 0, candidates: [] };

/** Ranks the mentions around each quotation and takes the best as its source, in the order of the story. */
export function chooseSources(story: Story, kinds: readonly Kind[], model: LinearModel): readonly Source[] {
  const sources: Source[] = [];
  let history: History | null = null;
  for (const [passage, kind] of kinds.entries()) {
    const previous: Source | undefined = sources.at(-1);
    const source: Source =
      kind === "none"
        ? NOBODY
        : story.passages[passage]?.continues === true && previous !== undefined
          ? previous
          : (inExchange(story, passage, kinds, sources) ?? rank(story, passage, history, model));
    sources.push(source);
    if (kind !== "none") history = { passage, source: source.mention };
  }
  return sources;
}

function inExchange(
  story: Story,
  passage: number,
  kinds: readonly Kind[],
  sources: readonly Source[],
): Source | null {
  const back = answeringBack(story, passage, kinds, sources);
  const mention = back >= 0 ? back : interviewee(story, passage, sources);
  return mention < 0 ? null : { mention, probability: 0.85, candidates: [] };
}

function rank(story: Story, passage: number, history: History | null, model: LinearModel): Source {
  const sure = sourceByGrammar(story, passage);
  if (sure >= 0) return { mention: sure, probability: 0.9, candidates: [] };
  const found = sourceCandidates(story, passage, history);
  if (found.length === 0) return NOBODY;
  const scores = found.map((mention) => {
    sourceFeatures(story, passage, mention, history, model);
    return model.takeLogit();
  });
  const shares = softmax(scores);
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return {
    mention: found[best] ?? -1,
    probability: shares[best] ?? 0,
    candidates: found.map((mention, at) => ({ mention, score: scores[at] ?? 0 })),
  };
}
