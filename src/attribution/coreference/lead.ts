import type { Entity } from "#attribution/parts.ts";
import type { Story } from "#attribution/story.ts";

/**
 * Who the story's first sentence is about, where it keeps the name for the next: an unnamed person of the first
 * paragraph whom a later one, among the next two, opens by naming, with an age. Returns the entity; -1 for nobody.
 *
 * A pensioner who dropped flour on a wedding told police it was “a gesture of goodwill”.
 * Alf Harker, 72, of Sedge Lane, denied harassment.
 */
export function namedAfterLead({ mentions, tokens, entities, headline }: Story, entity: Entity): number {
  const lead = mentions[entity.first];
  if (lead === undefined || lead.paragraph > (headline ? 1 : 0) || !/^an? /i.test(entity.name)) return -1;
  for (let index = entity.first + 1; index < mentions.length; index++) {
    const mention = mentions[index];
    if (mention === undefined || mention.paragraph > lead.paragraph + 2) return -1;
    if (mention.kind !== "name" || mention.paragraph === lead.paragraph) continue;
    if (tokens[mention.first - 1]?.kind !== "break") continue;
    const aged = tokens[mention.last + 1]?.text === "," && tokens[mention.last + 2]?.kind === "number";
    const known = entities.list[entities.of[index] ?? -1];
    const clash = entity.gender !== null && known?.gender !== null && known?.gender !== entity.gender;
    return aged && !clash ? (entities.of[index] ?? -1) : -1;
  }
  return -1;
}
