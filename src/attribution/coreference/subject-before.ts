import type { Reference } from "#attribution/parts.ts";
import type { Story } from "#attribution/story.ts";
import { findRecent, type RecentEntity } from "./recent-entities.ts";

/** “On Sunday Kamau ran” */
const DAY = /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/;

/**
 * Whom a pronoun surely means: the person named as subject earlier in its own sentence, or in the sentence before it
 * in the paragraph, where nobody else there fits. Returns the entity; -1 for nobody.
 *
 * Winnie Fallow was carrying a tray when she heard …     Fallow
 * Told of it, groundsman Mick Entwistle took off his cap. “I prepare it for cricket,” he said.     Entwistle
 */
export function subjectBefore(
  story: Story,
  index: number,
  references: readonly Reference[],
  candidates: readonly RecentEntity[],
): number {
  const own = subjectOf(story, index, references, candidates, 0);
  return own >= 0 ? own : subjectOf(story, index, references, candidates, 1);
}

function subjectOf(
  { tokens, mentions, entities }: Story,
  index: number,
  references: readonly Reference[],
  candidates: readonly RecentEntity[],
  distance: number,
): number {
  const anaphor = mentions[index];
  let found = -1;
  if (anaphor === undefined) return -1;
  for (let back = index - 1; back >= 0; back--) {
    const mention = mentions[back];
    const entity = references[back]?.entity ?? -1;
    if (mention === undefined || mention.paragraph !== anaphor.paragraph) break;
    if (mention.sentence < anaphor.sentence - distance) break;
    if (mention.sentence !== anaphor.sentence - distance) {
      if (findRecent(candidates, entity) !== undefined) return -1;
      continue;
    }
    if (findRecent(candidates, entity) === undefined) continue;
    if (found >= 0 && found !== entity) return -1;
    if (mention.kind !== "name" || !(mention.subject || DAY.test(tokens[mention.first - 1]?.lower ?? "")))
      return -1;
    found = entity;
    // “Money, she said, went into a “black hole””: a lone capital may be no name.
    const known = entities.list[entity];
    if (known === undefined || (known.words.length < 2 && known.gender === null)) return -1;
  }
  return found;
}
