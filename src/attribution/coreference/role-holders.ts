import type { Entities } from "#attribution/entities/gather-entities.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/item-at.ts";
import { namedAfterLead } from "./lead.ts";

/** Who alone holds each role, by its head noun; null where several do. */
export function soleHolders(entities: Entities): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  for (const [id, { named, roleHeads }] of entities.list.entries())
    if (named) for (const head of roleHeads) found.set(head, found.has(head) ? null : id);
  return found;
}

/** “Chef says he is done”, “the chair said”: whoever the story names as the only one in that role. */
export function holderOf(id: number, story: Story, holders: ReadonlyMap<string, number | null>): number {
  const entity = itemAt(story.entities.list, id);
  if (entity === undefined || entity.named || entity.kind !== "person") return id;
  const named = namedAfterLead(story, entity);
  if (named >= 0) return named;
  if (/^(?:an?|one|another) /i.test(entity.name)) return id;
  return holders.get(entity.words.at(-1) ?? "") ?? id;
}
