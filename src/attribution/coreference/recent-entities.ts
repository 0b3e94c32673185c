/** What the story so far says about one entity that it has lately spoken of. */
export interface RecentEntity {
  readonly entity: number;
  /** Its last mention before, pronouns included. */
  mention: number;
  /** Its most prominent place in the sentence of that mention. */
  place: number;
  /** The last passage it spoke; -1 for none. */
  spoke: number;
  /** How often it spoke and was named so far. */
  times: number;
  named: number;
  /** It was the subject of reporting words: so one word alone may well be a person, and no place. */
  reported: boolean;
}

/** So many entities may be meant by what follows; whoever has not been spoken of for longer is forgotten. */
const KEPT = 40;

/** Brings an entity's candidate, a new one where it has none, to the front of those that were lately spoken of. */
export function moveToFront(
  recent: RecentEntity[],
  entity: number,
  mention: number,
  place: number,
): RecentEntity {
  let at = 0;
  while (at < recent.length && recent[at]?.entity !== entity) at++;
  const candidate = recent[at] ?? {
    entity,
    mention,
    place,
    spoke: -1,
    times: 0,
    named: 0,
    reported: false,
  };
  // By hand: to cut a list and put it together again costs more than to move the few before.
  for (let to = Math.min(at, KEPT - 1); to > 0; to--) recent[to] = recent[to - 1] as RecentEntity;
  recent[0] = candidate;
  return candidate;
}

/** The candidate of an entity; undefined where it was not lately spoken of. */
export function findRecent(recent: readonly RecentEntity[], entity: number): RecentEntity | undefined {
  for (let at = 0; at < recent.length; at++) if (recent[at]?.entity === entity) return recent[at];
  return undefined;
}
