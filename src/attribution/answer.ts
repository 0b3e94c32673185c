import type { AttributedQuote, AttributedSpeaker, Attribution } from "./attribution.ts";
import { confidenceOf, THRESHOLD } from "./confidence.ts";
import type { Kind } from "./kinds/decide-kinds.ts";
import type { Entity, Reference, Source } from "./parts.ts";
import { numberStatements } from "./sources/statements.ts";
import type { Story } from "./story.ts";
import { itemAt } from "./tokens/item-at.ts";
import { UNKNOWN } from "./words/word.ts";

/** Puts the passes' findings into the engine's answer: joins segments, numbers statements, names speakers. */
export function report(
  story: Story,
  kinds: readonly Kind[],
  sources: readonly Source[],
  references: readonly Reference[],
): Attribution {
  const speakers: AttributedSpeaker[] = [];
  const places = new Map<number, number>();
  const given = story.passages.map((_, index) => {
    const reference = references[sources[index]?.mention ?? -1];
    const confidence = confidenceOf(sources[index] as Source, reference);
    return {
      entity: confidence >= THRESHOLD && reference !== undefined ? reference.entity : null,
      confidence,
    };
  });
  const statements = numberStatements(
    story,
    kinds,
    sources,
    given.map(({ entity }) => entity),
  );
  const quotes: AttributedQuote[] = [];
  for (const [index, { start, end, continues }] of story.passages.entries()) {
    const kind = kinds[index];
    if (kind === undefined || kind === "none") continue;
    const last = quotes.at(-1);
    if (continues && last !== undefined) {
      quotes[quotes.length - 1] = { ...last, end, segments: [...last.segments, { start, end }] };
      continue;
    }
    const { entity, confidence } = given[index] ?? { entity: null, confidence: 0 };
    quotes.push({
      start,
      end,
      segments: [{ start, end }],
      kind,
      statement: statements[index] ?? 0,
      speaker: entity === null ? null : place(entity),
      cue: cueOf(story, index, sources[index]?.mention ?? -1),
      confidence,
    });
  }
  return { lang: story.lexicon.tag, speakers, quotes };

  function place(entity: number): number {
    const known = places.get(entity);
    if (known !== undefined) return known;
    const found = story.entities.list[entity];
    const index =
      speakers.push({
        name: nameOf(story, found),
        role: found?.role ?? null,
        kind: found?.kind ?? "person",
        introduced: found?.introduced ?? null,
      }) - 1;
    places.set(entity, index);
    return index;
  }
}

/** “Lady Hexham”, “Pope Francis”: with one name alone, the title is part of it. */
const PEER = /^(?:Lord|Lady|Baron|Baroness|Dame|Sir|Pope|King|Queen|Prince|Princess|Sister|Father|Brother)$/;

/** “The Bakers’ Guild”, “A spokesman”, “Inspectors”, “Una vecina”: only a sentence wrote the first word large. */
function nameOf({ mentions, tokens }: Story, entity: Entity | undefined): string {
  if (entity === undefined) return "";
  const mention = mentions[entity.first];
  const first = tokens[mention?.first ?? -1];
  const title = mention?.title?.written ?? "";
  if (entity.words.length === 1 && PEER.test(title)) return `${title} ${entity.name}`;
  const { groupNoun, roleNoun, determiner } = first?.word ?? UNKNOWN;
  const common = !entity.named && first?.initial && (groupNoun || roleNoun || determiner);
  return entity.name.replace(common ? /^\p{Lu}/u : /^(?:The|An?)\b/, (word) => word.toLowerCase());
}

/** The reporting word beside a quotation whose subject its source is. */
function cueOf(story: Story, passage: number, mention: number): string | null {
  const around = story.contexts[passage];
  for (const index of [around?.cueAfter ?? -1, around?.cueBefore ?? -1]) {
    const cue = itemAt(story.cues, index);
    if (cue !== undefined && (cue.subject === mention || index >= 0))
      return cue.form === "phrase" ? cue.verb : (story.tokens[cue.token]?.lower ?? null);
  }
  return null;
}
