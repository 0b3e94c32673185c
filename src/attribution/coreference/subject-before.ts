import type { Entity } from "#attribution/entities/entity.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { Story } from "#attribution/story.ts";
import { findRecent, type RecentEntity } from "./recent-entities.ts";
import type { Reference } from "./reference.ts";

/** “On Sunday Kamau ran” */
const DAY = /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/;

/**
 * Whom a pronoun surely means: the person named as subject earlier in its own sentence, or in the sentence before it
 * in the paragraph, where nobody else there fits. Null for nobody.
 *
 * Winnie Fallow was carrying a tray when she heard …     Fallow
 * Told of it, groundsman Mick Entwistle took off his cap. “I prepare it for cricket,” he said.     Entwistle
 *
 * @param references of the mentions before
 * @param candidates those whom the pronoun fits
 */
export function subjectBefore(
  story: Story,
  pronoun: Mention,
  references: readonly Reference[],
  candidates: readonly RecentEntity[],
): Entity | null {
  return (
    subjectOf(story, pronoun, references, candidates, 0) ??
    subjectOf(story, pronoun, references, candidates, 1)
  );
}

/** The same in the one sentence that stands so many before the pronoun's. */
function subjectOf(
  { tokens, mentions }: Story,
  pronoun: Mention,
  references: readonly Reference[],
  candidates: readonly RecentEntity[],
  distance: number,
): Entity | null {
  let found: Entity | null = null;
  for (let back = pronoun.index - 1; back >= 0; back--) {
    const mention = mentions[back];
    if (mention === undefined || mention.paragraph !== pronoun.paragraph) break;
    if (mention.sentence < pronoun.sentence - distance) break;
    const entity = references[back]?.entity ?? null;
    const fits = entity !== null && findRecent(candidates, entity) !== undefined;
    if (mention.sentence !== pronoun.sentence - distance) {
      if (fits) return null;
      continue;
    }
    if (!fits) continue;
    if (found !== null && found !== entity) return null;
    if (mention.kind !== "name" || !(mention.subject || DAY.test(tokens[mention.first - 1]?.lower ?? "")))
      return null;
    found = entity;
    // “Money, she said, went into a “black hole””: a lone capital may be no name.
    if (entity.words.length < 2 && entity.gender === null) return null;
  }
  return found;
}
