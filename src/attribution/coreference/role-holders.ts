import type { Entity } from "#attribution/entities/entity.ts";
import type { Story } from "#attribution/story.ts";

/** Who alone holds each role, by its head noun; null where several do. */
export function soleHolders(entities: readonly Entity[]): ReadonlyMap<string, Entity | null> {
  const found = new Map<string, Entity | null>();
  for (const entity of entities) {
    if (!entity.named) continue;
    for (const head of entity.roleHeads)
      if (!isDeputy(entity, head, "")) found.set(head, found.has(head) ? null : entity);
  }
  return found;
}

const DEPUTY = /\b(?:assistant|deputy|vice|associate|junior|trainee|under|former|retired|ex)[ -]/i;

/** “the conductor” is not Paul Kemp, the assistant conductor; “the assistant conductor” and “the deputy” are. */
export function isDeputy({ role, roleHeads }: Entity, head: string, phrase: string): boolean {
  if (role === null || !DEPUTY.test(role) || DEPUTY.test(phrase)) return false;
  const [before = ""] = role.toLowerCase().split(head);
  return DEPUTY.test(before) && roleHeads.length > 0;
}

/** “Chef says he is done”, “the chair said”: whoever the story names as the only one in that role. */
export function holderOf(entity: Entity, story: Story, holders: ReadonlyMap<string, Entity | null>): Entity {
  if (entity.named || entity.kind !== "person") return entity;
  const named = namedAfterLead(story, entity);
  if (named !== null) return named;
  if (/^(?:an?|one|another) /i.test(entity.name)) return entity;
  return holders.get(entity.words.at(-1) ?? "") ?? entity;
}

/**
 * Who the story's first sentence is about, where it keeps the name for the next: an unnamed person of the first
 * paragraph whom a later one, among the next two, opens by naming, with an age. Null for nobody.
 *
 * A pensioner who dropped flour on a wedding told police it was “a gesture of goodwill”.
 * Alf Harker, 72, of Sedge Lane, denied harassment.
 */
function namedAfterLead({ mentions, tokens, entityOf, headline }: Story, entity: Entity): Entity | null {
  const { first: lead } = entity;
  if (lead.paragraph > (headline ? 1 : 0) || !/^an? /i.test(entity.name)) return null;
  for (let index = lead.index + 1; index < mentions.length; index++) {
    const mention = mentions[index];
    if (mention === undefined || mention.paragraph > lead.paragraph + 2) return null;
    if (mention.kind !== "name" || mention.paragraph === lead.paragraph) continue;
    if (tokens[mention.first - 1]?.kind !== "break") continue;
    const aged = tokens[mention.last + 1]?.text === "," && tokens[mention.last + 2]?.kind === "number";
    const known = entityOf(mention);
    const clash = entity.gender !== null && known?.gender !== null && known?.gender !== entity.gender;
    return aged && !clash ? known : null;
  }
  return null;
}
