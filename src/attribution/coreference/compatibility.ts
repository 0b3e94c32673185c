import type { Entity } from "#attribution/entities/entity.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { itemAt, type Token } from "#attribution/tokens/token.ts";
import type { RecentEntity } from "./recent-entities.ts";

/**
 * Whether a pronoun or role phrase may mean an entity, by kind, number and gender.
 *
 * @param recent what is known of the entity where it was lately spoken of
 */
export function fits(
  tokens: readonly Token[],
  mention: Mention,
  entity: Entity,
  recent: RecentEntity | undefined,
): boolean {
  if (mention.text === "it") return entity.kind === "organization";
  if (mention.plural) return entity.kind !== "person" || !entity.named || entity.gender === null;
  if (entity.kind === "organization" || entity.plural) return false;
  if (recent !== undefined && isPlace(tokens, recent)) return false;
  return entity.gender === null || mention.gender === null || entity.gender === mention.gender;
}

/** “Brill Aggregates said …”: it spoke, and nothing shows that it is a person. */
export function mayBeOrganization({ entity, reported }: RecentEntity): boolean {
  const { kind, named, words, gender, givenGender, first } = entity;
  if (kind !== "person" || !named || !reported || words.length < 2) return false;
  return gender === null && givenGender === null && first.title === null;
}

/** Before the name of a place: “in Nakuru”. */
const PLACING = new Set(["in", "at", "near", "from", "to", "across", "around", "outside", "into"]);

/** “born in Nakuru”: one word, never more than where something happened. */
function isPlace(tokens: readonly Token[], { entity, mention, timesSpoke }: RecentEntity): boolean {
  if (timesSpoke > 0 || entity.words.length > 1 || entity.gender !== null || entity.role !== null)
    return false;
  return PLACING.has(itemAt(tokens, mention.first - 1)?.lower ?? "");
}
