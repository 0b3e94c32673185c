import { createHash } from "node:crypto";
import { readStory } from "#attribution";
import { ANTECEDENT_FEATURES } from "#attribution/coreference/antecedent-features.ts";
import { resolveMentions } from "#attribution/coreference/resolve-mentions.ts";
import { kindFeatures } from "#attribution/kinds/kind-features.ts";
import type { Mention, Source } from "#attribution/parts.ts";
import type { ModelWeights } from "#attribution/ranking/linear-model.ts";
import { type History, sourceCandidates } from "#attribution/sources/source-candidates.ts";
import { sourceFeatures } from "#attribution/sources/source-features.ts";
import type { Story } from "#attribution/story.ts";
import { RecordingModel, recordFeatures } from "./feature-recorder.ts";
import type { GoldArticle } from "./gold.ts";
import type { Choice } from "./logistic-regression.ts";
import readings from "./readings.json" with { type: "json" };

/** What one annotated article teaches each of the models. */
export interface Examples {
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

/** The annotated quotation that a passage mostly is; undefined for none. */
function goldOf(story: Story, passage: number, article: GoldArticle): GoldQuote | undefined {
  const span = story.passages[passage];
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
function goldSource({ mentions }: Story, gold: GoldQuote | undefined): number {
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
export function examplesOf(article: GoldArticle, weights: ModelWeights["weights"]): Examples {
  const story = readStory(article.text, "en");
  const kinds: Choice[] = [];
  const sources: Choice[] = [];
  const antecedents: Choice[] = [];
  const golden: Source[] = [];
  const meant = new Map<number, string>();
  let history: History | null = null;
  for (const [index, span] of story.passages.entries()) {
    const gold = goldOf(story, index, article);
    if (!span.continues)
      kinds.push({
        alternatives: [[], recordFeatures((features) => kindFeatures(story, index, features))],
        right: new Set([gold === undefined ? 0 : 1]),
      });
    const mention = goldSource(story, gold);
    golden.push({ mention, probability: 1, candidates: [] });
    if (gold === undefined) continue;
    if (mention >= 0 && !span.continues) {
      const candidates = sourceCandidates(story, index, history);
      const right = candidates.indexOf(mention);
      if (right >= 0)
        sources.push({
          alternatives: candidates.map((candidate) =>
            recordFeatures((features) => sourceFeatures(story, index, candidate, history, features)),
          ),
          right: new Set([right]),
        });
    }
    const resolved = READINGS[hashOf(article.id)]?.[gold.speaker?.start ?? -1] ?? gold.speaker?.resolved;
    if (mention >= 0 && gold.speaker?.kind === "pronoun" && resolved !== undefined)
      meant.set(mention, [resolved].flat()[0] ?? "");
    if (mention >= 0) history = { passage: index, source: mention };
  }
  const model = new RecordingModel({ corpus: "", weights }, ANTECEDENT_FEATURES);
  resolveMentions(story, golden, model, (mention, candidates) => {
    const alternatives = model.takeLists();
    const name = meant.get(mention);
    if (name === undefined) return null;
    const last = lastWord(name);
    const right = candidates.findIndex((id) =>
      story.entities.list[id]?.words.some((word) => fold(word) === last),
    );
    if (right < 0) return null;
    if (candidates.length > 1) antecedents.push({ alternatives, right: new Set([right]) });
    return candidates[right] ?? null;
  });
  return { kinds, sources, antecedents };
}
