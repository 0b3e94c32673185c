import type { AttributedQuote, AttributedSpeaker, Attribution } from "./attribution.ts";
import type { Reference } from "./coreference/reference.ts";
import type { Entity } from "./entities/entity.ts";
import type { Kind } from "./kinds/kind.ts";
import type { Source } from "./sources/source.ts";
import { numberStatements } from "./sources/statements.ts";
import type { PlacedPassage, Story } from "./story.ts";
import { UNKNOWN } from "./words/word.ts";

/** Below this a speaker is rather not named: nobody rather than the wrong person. */
const THRESHOLD = 0.3;

/** Puts the passes' findings into the engine's answer: joins segments, numbers statements, names speakers. */
export function composeAnswer(
  story: Story,
  kinds: readonly Kind[],
  sources: readonly (Source | null)[],
  references: readonly Reference[],
): Attribution {
  const speakers: AttributedSpeaker[] = [];
  const numbers = new Map<Entity, number>();
  const given = sources.map((source) => {
    const reference = source === null ? undefined : references[source.mention.index];
    const confidence = confidenceOf(source, reference);
    return { entity: confidence < THRESHOLD ? null : (reference?.entity ?? null), confidence };
  });
  const entities = given.map(({ entity }) => entity);
  const statements = numberStatements(story, kinds, sources, entities);
  const quotes: AttributedQuote[] = [];
  for (const { passages, leading } of story.utterances) {
    const quoted = passages.filter(({ index }) => kinds[index] !== "none");
    const [first] = quoted;
    const kind = kinds[first?.index ?? -1];
    if (first === undefined || kind === undefined || kind === "none") continue;
    const { entity, confidence } = given[first.index] ?? { entity: null, confidence: 0 };
    const segments = quoted.map(({ start, end }) => ({ start, end }));
    quotes.push({
      start: first.start,
      end: segments.at(-1)?.end ?? first.end,
      segments,
      kind,
      statement: statements[first.index] ?? 0,
      speaker: entity === null ? null : numberOf(entity),
      cue: cueWord(story, leading),
      confidence,
    });
  }
  return { lang: story.lexicon.tag, speakers, quotes };

  function numberOf(entity: Entity): number {
    const known = numbers.get(entity);
    if (known !== undefined) return known;
    const { role, kind, introduced } = entity;
    const number = speakers.push({ name: nameOf(story, entity), role, kind, introduced }) - 1;
    numbers.set(entity, number);
    return number;
  }
}

/** How sure an attribution is: the right source, and the right person behind it. */
function confidenceOf(source: Source | null, reference: Reference | undefined): number {
  if (source === null || reference === undefined || reference.entity === null) return 0;
  return Math.round(1000 * source.probability * reference.probability) / 1000;
}

/** “Lady Hexham”, “Pope Francis”: with one name alone, the title is part of it. */
const PEER = /^(?:Lord|Lady|Baron|Baroness|Dame|Sir|Pope|King|Queen|Prince|Princess|Sister|Father|Brother)$/;

/** “The Bakers’ Guild”, “A spokesman”, “Inspectors”, “Una vecina”: only a sentence wrote the first word large. */
function nameOf({ tokens, lexicon }: Story, { name, words, named, first: mention }: Entity): string {
  const title = mention.title?.written ?? "";
  if (words.length === 1 && PEER.test(title)) return `${title} ${name}`;
  const first = tokens[mention.first];
  const { groupNoun, roleNoun, determiner, notName } = first?.word ?? UNKNOWN;
  const noun = (groupNoun || roleNoun || notName) && !lexicon.largeNouns;
  const common = !named && first?.initial && (noun || determiner);
  return name.replace(common ? /^\p{Lu}/u : /^(?:The|An?)\b/, (word) => word.toLowerCase());
}

/** The reporting words beside a quotation. */
function cueWord({ tokens }: Story, { context }: PlacedPassage): string | null {
  const cue = context.cueAfter ?? context.cueBefore;
  if (cue === null) return null;
  return cue.form === "phrase" ? cue.verb : (tokens[cue.at]?.lower ?? null);
}
