import { createHash } from "node:crypto";
import type { GoldArticle } from "#tools/scorecard/gold.ts";
import { ANTECEDENT_FEATURES } from "../../src/attribution/antecedent-features.ts";
import { readScene } from "../../src/attribution/attribute.ts";
import { resolveMentions } from "../../src/attribution/coreference.ts";
import { kindFeatures } from "../../src/attribution/kind-features.ts";
import type { LinearModel } from "../../src/attribution/linear-model.ts";
import type { Scene } from "../../src/attribution/scene.ts";
import { type History, sourceCandidates } from "../../src/attribution/source-candidates.ts";
import { sourceFeatures } from "../../src/attribution/source-features.ts";
import type { Mention, Source } from "../../src/attribution/story.ts";
import { told, WritingScale } from "./features-told.ts";
import readings from "./readings.json" with { type: "json" };
import type { Choice } from "./train.ts";

/** What one annotated article teaches each of the models. */
export interface Lessons {
  readonly kinds: readonly Choice[];
  readonly sources: readonly Choice[];
  readonly antecedents: readonly Choice[];
}

/**
 * Whom a pronoun of the corpus means where our own reading differs from the corpus's automatic guess, by article and
 * the pronoun's offset. Articles go by a hash of their names, which repeat words of the corpus.
 */
const READINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = readings;

const hashOf = (id: string): string => createHash("sha256").update(id).digest("hex").slice(0, 12);

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

/**
 * The mention that an annotated source is. A source may be long (“the guild’s president, Ola Brandt of Visby”): it is
 * the mention with the surname the annotators resolved it to, else the first that hangs on no other.
 */
function goldSource({ mentions }: Scene, gold: GoldQuote | undefined): number {
  const { start, end, kind, resolved } = gold?.speaker ?? {};
  if (start === undefined || end === undefined) return -1;
  const inside: [number, Mention][] = [];
  for (const [index, mention] of mentions.entries())
    if (mention.start < end && mention.end > start) inside.push([index, mention]);
  const surname = kind === "name" ? lastWord([resolved ?? ""].flat()[0] ?? "") : "";
  const named = inside.find(([, { words }]) => words.some((word) => lastWord(word) === surname));
  const free = inside.find(([, { possessive, oblique }]) => !possessive && !oblique);
  return (named ?? free ?? inside[0])?.[0] ?? -1;
}

const fold = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const lastWord = (name: string) =>
  fold(name)
    .replace(/[’']s$/, "")
    .split(" ")
    .at(-1) ?? "";

/** @param weights of the antecedents, as far as they were learned */
export function lessonsOf(article: GoldArticle, weights: LinearModel["weights"]): Lessons {
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
        alternatives: [[], told((features) => kindFeatures(scene, index, features))],
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
          alternatives: candidates.map((candidate) =>
            told((features) => sourceFeatures(scene, index, candidate, history, features)),
          ),
          right: new Set([right]),
        });
    }
    const resolved = READINGS[hashOf(article.id)]?.[gold.speaker?.start ?? -1] ?? gold.speaker?.resolved;
    if (mention >= 0 && gold.speaker?.kind === "pronoun" && resolved !== undefined)
      meant.set(mention, [resolved].flat()[0] ?? "");
    if (mention >= 0) history = { stretch: index, source: mention };
  }
  const scale = new WritingScale({ corpus: "", weights }, ANTECEDENT_FEATURES);
  resolveMentions(scene, golden, scale, (mention, candidates) => {
    const alternatives = scale.takeLists();
    const name = meant.get(mention);
    if (name === undefined) return null;
    const last = lastWord(name);
    const right = candidates.findIndex((id) =>
      scene.entities.list[id]?.words.some((word) => fold(word) === last),
    );
    if (right < 0) return null;
    if (candidates.length > 1) antecedents.push({ alternatives, right: new Set([right]) });
    return candidates[right] ?? null;
  });
  return { kinds, sources, antecedents };
}
