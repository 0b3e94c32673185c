import { readStory } from "#attribution";
import { ANTECEDENT_FEATURES } from "#attribution/coreference/antecedent-features.ts";
import { resolveMentions } from "#attribution/coreference/resolve-mentions.ts";
import type { Entity } from "#attribution/entities/entity.ts";
import { kindJoined } from "#attribution/kinds/decide-kinds.ts";
import type { Kind } from "#attribution/kinds/kind.ts";
import { KIND_FEATURES, kindFeatures } from "#attribution/kinds/kind-features.ts";
import { isAside, isLabel } from "#attribution/kinds/labels.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { LinearModel, ModelWeights } from "#attribution/ranking/linear-model.ts";
import type { LastQuotation, Source } from "#attribution/sources/source.ts";
import { sourceCandidates } from "#attribution/sources/source-candidates.ts";
import { sourceFeatures } from "#attribution/sources/source-features.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import type { Span } from "#text/spans.ts";
import { RecordingModel, recordFeatures } from "./feature-recorder.ts";
import type { GoldArticle } from "./gold.ts";
import type { Choice } from "./logistic-regression.ts";

/** An annotated article as the engine reads it, and what that teaches whatever the weights. */
export interface Lesson {
  readonly article: GoldArticle;
  readonly story: Story;
  readonly kinds: readonly Choice[];
  /** Whose source the annotators found, and the quotation before it. */
  readonly asked: readonly {
    readonly passage: PlacedPassage;
    readonly source: Mention;
    readonly before: LastQuotation | null;
  }[];
  /** The annotated source of each passage. */
  readonly golden: readonly (Source | null)[];
  /** Whom the annotated sources mean that are no names. */
  readonly meant: ReadonlyMap<Mention, string>;
}

type GoldQuote = GoldArticle["quotes"][number];

/** The annotated quotation that a passage mostly is; undefined for none. */
function goldOf(passage: Span, article: GoldArticle): GoldQuote | undefined {
  return article.quotes.find(
    ({ start, end, kind }) =>
      (kind === "direct" || kind === "mixed") &&
      Math.min(end, passage.end) - Math.max(start, passage.start) >= 0.8 * (passage.end - passage.start),
  );
}

/**
 * The mention that an annotated source is. A source may be long (“the guild’s president, Ola Brandt of Visby”): it is
 * the mention with the surname the annotators resolved it to, else the first that hangs on no other.
 */
function goldSource({ mentions }: Story, gold: GoldQuote | undefined): Mention | null {
  const { start, end, kind, resolved } = gold?.speaker ?? {};
  if (start === undefined || end === undefined) return null;
  const inside = mentions.filter((mention) => mention.start < end && mention.end > start);
  const surname = kind === "name" ? lastWord(firstOf(resolved)) : "";
  const named = inside.find(({ words }) => words.some((word) => lastWord(word) === surname));
  const free = inside.find(({ possessive, oblique }) => !possessive && !oblique);
  return named ?? free ?? inside[0] ?? null;
}

const firstOf = (names: string | readonly string[] = "") => [names].flat()[0] ?? "";
const fold = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const lastWord = (name: string) =>
  fold(name)
    .replace(/[’']s$/, "")
    .split(" ")
    .at(-1) ?? "";

function goldKind(passage: Span, article: GoldArticle): Kind {
  const kind = goldOf(passage, article)?.kind;
  return kind === "direct" || kind === "mixed" ? kind : "none";
}

/** Whom an annotated source means that is no name; undefined where nobody knows. */
function nameOf(gold: GoldQuote | undefined): string | undefined {
  const { kind, resolved, by } = gold?.speaker ?? {};
  const known = kind === "pronoun" || (kind === "nominal" && (by === "hand" || by === "reading"));
  return known && resolved !== undefined ? firstOf(resolved) : undefined;
}

export function lessonOf(article: GoldArticle): Lesson {
  const story = readStory(article.text, article.lang ?? "en");
  const kinds: Choice[] = [];
  const goldKinds: Kind[] = [];
  const asked: Lesson["asked"][number][] = [];
  const golden: (Source | null)[] = [];
  const meant = new Map<Mention, string>();
  let last: LastQuotation | null = null;
  for (const { passages, leading } of story.utterances) {
    const [first] = passages;
    if (first === undefined) continue;
    const before = last;
    const kind = goldKind(first, article);
    const joined = kindJoined(story, goldKinds, first);
    const direct = recordFeatures((features) => kindFeatures(story, first, joined, features));
    const mixed = direct.map((feature) => feature + KIND_FEATURES.names.length);
    if (!isLabel(story, first) && !isAside(story, first))
      kinds.push({
        alternatives: [[], direct, mixed],
        right: kind === "none" ? 0 : kind === "direct" ? 1 : 2,
      });
    for (const passage of passages) goldKinds.push(goldKind(passage, article));
    const gold = goldOf(leading, article);
    const mention = goldSource(story, gold);
    for (const passage of passages) {
      golden.push(mention === null ? null : { mention, probability: 1 });
      if (mention !== null) last = { passage, source: mention };
    }
    if (mention === null) continue;
    asked.push({ passage: leading, source: mention, before });
    const name = nameOf(gold);
    if (name !== undefined) meant.set(mention, name);
  }
  return { article, story, kinds, asked, golden, meant };
}

/** Which of the candidates bears a name: the surname at least, and as much more of it as any; -1 for none. */
function bearer(name: string, candidates: readonly Entity[]): number {
  const wanted = fold(name)
    .replace(/[’']s$/, "")
    .split(" ");
  const shared = candidates.map(({ words }) => {
    const own = words.map(fold);
    return own.includes(wanted.at(-1) ?? "") ? wanted.filter((word) => own.includes(word)).length : 0;
  });
  const most = Math.max(...shared);
  return most > 0 ? shared.indexOf(most) : -1;
}

/**
 * What an article teaches about whom its pronouns and role phrases mean, walked through with some weights: whom one
 * means hangs on whom those before it meant.
 */
export function antecedentChoices(
  { story, golden, meant }: Lesson,
  weights: ModelWeights["weights"],
): readonly Choice[] {
  const choices: Choice[] = [];
  const model = new RecordingModel({ corpus: "", weights }, ANTECEDENT_FEATURES);
  resolveMentions(story, golden, model, (mention, candidates) => {
    const alternatives = model.takeLists();
    const name = meant.get(mention);
    if (name === undefined) return null;
    const right = bearer(name, candidates);
    if (right >= 0 && candidates.length > 1) choices.push({ alternatives, right });
    return candidates[right] ?? null;
  });
  return choices;
}

/** What an article teaches about the sources of its quotations, its mentions resolved with some weights. */
export function sourceChoices({ story, asked }: Lesson, antecedents: LinearModel): readonly Choice[] {
  const references = resolveMentions(story, [], antecedents);
  return asked.flatMap(({ passage, source, before }) => {
    const candidates = sourceCandidates(story, passage, before);
    const right = candidates.indexOf(source);
    if (right < 0) return [];
    const alternatives = candidates.map((candidate) =>
      recordFeatures((features) => sourceFeatures(story, passage, candidate, references, before, features)),
    );
    return [{ alternatives, right }];
  });
}
