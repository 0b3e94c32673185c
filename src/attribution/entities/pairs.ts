import type { Mention } from "#attribution/parts.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/item-at.ts";
import { newEntity } from "./gather-entities.ts";

/**
 * “Aino Salo and Viktor Brandt said”, “said Salo and Brandt”: two names with one verb are one group.
 *
 * @param pairs the groups found so far, by name; a new one is added
 * @param known the entity of the mention at `index`
 * @returns the group's entity; -1 where the name stands alone
 */
export function pairOf(story: Story, pairs: Map<string, number>, index: number, known: number): number {
  const { tokens, mentions, entities } = story;
  const mention = mentions[index] as Mention;
  for (const [other, first, last] of [
    [index - 1, mentions[index - 1], mention],
    [index + 1, mention, mentions[index + 1]],
  ] as const) {
    const partner = itemAt(entities.of, other) ?? -1;
    if (first?.kind !== "name" || last?.kind !== "name" || partner < 0 || partner === known) continue;
    if (
      first.possessive ||
      last.first !== first.last + 2 ||
      !/^(?:and|et|und|y)$/.test(tokens[first.last + 1]?.lower ?? "")
    )
      continue;
    if (/^(?:between|with|of|for|to)$/.test(tokens[first.first - 1]?.lower ?? "")) continue;
    const [a, b] = other < index ? [partner, known] : [known, partner];
    const name = `${entities.list[a]?.name} and ${entities.list[b]?.name}`;
    const found = pairs.get(name);
    if (found !== undefined) return found;
    const words = [...(entities.list[a]?.words ?? []), ...(entities.list[b]?.words ?? [])];
    const group = newEntity(
      {
        ...mention,
        kind: "group",
        text: name,
        words,
        keys: words,
        plural: true,
        start: first.start,
        end: last.end,
      },
      index,
    );
    const id = entities.list.push({ ...group, named: true }) - 1;
    pairs.set(name, id);
    return id;
  }
  return -1;
}
