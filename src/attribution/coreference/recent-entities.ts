import type { Entity } from "#attribution/entities/entity.ts";
import type { Mention } from "#attribution/mentions/mention.ts";

/** What the story so far says about one entity that it has lately spoken of. */
export interface RecentEntity {
  readonly entity: Entity;
  /** Its last mention before, pronouns included. */
  mention: Mention;
  /** Its most prominent place in the sentence of that mention, a value of PROMINENCE. */
  prominence: number;
  /** How often it spoke so far, was named, was mentioned at all, and was a clause's subject. */
  timesSpoke: number;
  timesNamed: number;
  timesMentioned: number;
  timesSubject: number;
  /** How often the paragraph of its last mention has mentioned it. */
  timesInParagraph: number;
  /** It was the subject of reporting words: so one word alone may well be a person, and no place. */
  reported: boolean;
}

/** So many entities may be meant by what follows; whoever has not been spoken of for longer is forgotten. */
const MAX_RECENT = 40;

/** Notes that an entity is mentioned: it is now the first of those that were lately spoken of. */
export function noteMention(
  recent: RecentEntity[],
  entity: Entity,
  mention: Mention,
  prominence: number,
): RecentEntity {
  let at = 0;
  while (at < recent.length && recent[at]?.entity !== entity) at++;
  const known = recent[at] ?? {
    entity,
    mention,
    prominence,
    timesSpoke: 0,
    timesNamed: 0,
    timesMentioned: 0,
    timesSubject: 0,
    timesInParagraph: 0,
    reported: false,
  };
  // By hand: to cut a list and put it together again costs more than to move the few before.
  for (let to = Math.min(at, MAX_RECENT - 1); to > 0; to--) recent[to] = recent[to - 1] as RecentEntity;
  recent[0] = known;
  known.prominence =
    known.mention.sentence === mention.sentence ? Math.min(known.prominence, prominence) : prominence;
  known.timesInParagraph = known.mention.paragraph === mention.paragraph ? known.timesInParagraph + 1 : 1;
  known.mention = mention;
  known.timesMentioned++;
  if (mention.kind !== "pronoun") known.timesNamed++;
  if (mention.subject) known.timesSubject++;
  return known;
}

/** What is known of an entity that was lately spoken of; undefined of any other. */
export function findRecent(recent: readonly RecentEntity[], entity: Entity): RecentEntity | undefined {
  for (let at = 0; at < recent.length; at++) if (recent[at]?.entity === entity) return recent[at];
  return undefined;
}
