import { readScene } from "../../src/attribution/attribute.ts";
import { resolveMentions } from "../../src/attribution/coreference.ts";
import { kindFeatures } from "../../src/attribution/kind-features.ts";
import type { Weigh } from "../../src/attribution/linear-model.ts";
import type { Scene } from "../../src/attribution/scene.ts";
import { type History, sourceCandidates } from "../../src/attribution/source-candidates.ts";
import { sourceFeatures } from "../../src/attribution/source-features.ts";
import type { Source } from "../../src/attribution/sources.ts";
import type { GoldArticle } from "./gold.ts";
import type { Choice } from "./train.ts";

/** What one annotated article teaches each of the models. */
export interface Lessons {
  readonly kinds: readonly Choice[];
  readonly sources: readonly Choice[];
  readonly antecedents: readonly Choice[];
}

type GoldQuote = GoldArticle["quotes"][number];

/** The annotated quotation that a stretch mostly is; undefined for none. */
function goldOf(scene: Scene, stretch: number, article: GoldArticle): GoldQuote | undefined {
  const span = scene.stretches[stretch];
  if (span === undefined) return undefined;
  return article.quotes.find(
    ({ start, end, kind }) =>
      (kind === "direct" || kind === "mixed") &&
      Math.min(end, span.end) - Math.max(start, span.start) >= 0.8 * (span.end - span.start),
  );
}

/** The mention that an annotated source is: the first that overlaps it. */
function goldSource(scene: Scene, gold: GoldQuote | undefined): number {
  const speaker = gold?.speaker;
  if (speaker?.start === undefined || speaker.end === undefined) return -1;
  const { start, end } = { start: speaker.start, end: speaker.end };
  return scene.mentions.findIndex((mention) => mention.start < end && mention.end > start);
}

const fold = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function lessonsOf(article: GoldArticle, antecedent: Weigh): Lessons {
  const scene = readScene(article.text, "en");
  const kinds: Choice[] = [];
  const sources: Choice[] = [];
  const antecedents: Choice[] = [];
  const golden: Source[] = [];
  const meant = new Map<number, string>();
  let history: History | null = null;
  for (const [index, span] of scene.stretches.entries()) {
    const gold = goldOf(scene, index, article);
    if (!span.continues)
      kinds.push({
        alternatives: [[], kindFeatures(scene, index)],
        right: new Set([gold === undefined ? 0 : 1]),
      });
    const mention = goldSource(scene, gold);
    golden.push({ mention, probability: 1, candidates: [] });
    if (gold === undefined) continue;
    if (mention >= 0 && !span.continues) {
      const candidates = sourceCandidates(scene, index, history);
      const right = candidates.indexOf(mention);
      if (right >= 0)
        sources.push({
          alternatives: candidates.map((candidate) => sourceFeatures(scene, index, candidate, history)),
          right: new Set([right]),
        });
    }
    const resolved = gold.speaker?.resolved;
    if (mention >= 0 && gold.speaker?.kind === "pronoun" && resolved !== undefined)
      meant.set(mention, typeof resolved === "string" ? resolved : (resolved[0] ?? ""));
    if (mention >= 0) history = { stretch: index, source: mention };
  }
  resolveMentions(scene, golden, antecedent, (mention, candidates, features) => {
    const name = meant.get(mention);
    if (name === undefined) return null;
    const last = fold(name).split(" ").at(-1) ?? "";
    const right = candidates.findIndex((id) =>
      scene.entities.list[id]?.words.some((word) => fold(word) === last),
    );
    if (right < 0) return null;
    if (candidates.length > 1) antecedents.push({ alternatives: features, right: new Set([right]) });
    return candidates[right] ?? null;
  });
  return { kinds, sources, antecedents };
}
