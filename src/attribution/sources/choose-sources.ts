import type { Kind } from "#attribution/kinds/decide-kinds.ts";
import type { Source } from "#attribution/parts.ts";
import { type Scale, softmax } from "#attribution/ranking/linear-model.ts";
import type { Scene } from "#attribution/story.ts";
import { answeringBack, interviewee } from "./dialogue.ts";
import { sureSource } from "./source-by-grammar.ts";
import { type History, sourceCandidates } from "./source-candidates.ts";
import { sourceFeatures } from "./source-features.ts";

const NOBODY: Source = { mention: -1, probability: 0, candidates: [] };

/** Ranks the mentions around each quotation and takes the best as its source, in the order of the story. */
export function chooseSources(scene: Scene, kinds: readonly Kind[], scale: Scale): readonly Source[] {
  const sources: Source[] = [];
  let history: History | null = null;
  for (const [stretch, kind] of kinds.entries()) {
    const previous: Source | undefined = sources.at(-1);
    const source: Source =
      kind === "none"
        ? NOBODY
        : scene.stretches[stretch]?.continues === true && previous !== undefined
          ? previous
          : (inExchange(scene, stretch, kinds, sources) ?? rank(scene, stretch, history, scale));
    sources.push(source);
    if (kind !== "none") history = { stretch, source: source.mention };
  }
  return sources;
}

function inExchange(
  scene: Scene,
  stretch: number,
  kinds: readonly Kind[],
  sources: readonly Source[],
): Source | null {
  const back = answeringBack(scene, stretch, kinds, sources);
  const mention = back >= 0 ? back : interviewee(scene, stretch, sources);
  return mention < 0 ? null : { mention, probability: 0.85, candidates: [] };
}

function rank(scene: Scene, stretch: number, history: History | null, scale: Scale): Source {
  const sure = sureSource(scene, stretch);
  if (sure >= 0) return { mention: sure, probability: 0.9, candidates: [] };
  const found = sourceCandidates(scene, stretch, history);
  if (found.length === 0) return NOBODY;
  const scores = found.map((mention) => {
    sourceFeatures(scene, stretch, mention, history, scale);
    return scale.take();
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
