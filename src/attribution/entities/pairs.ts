import type { Mention } from "#attribution/mentions/mention.ts";
import type { Token } from "#attribution/tokens/token.ts";
import { type Entity, newEntity } from "./entity.ts";
import type { Entities } from "./gather-entities.ts";

/**
 * “Aino Salo and Viktor Brandt said”, “said Salo and Brandt”: two names with one verb are one group.
 *
 * @param pairs the groups found so far, by name; a new one is added
 * @returns null where the name stands alone
 */
export function pairOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  entities: Entities,
  pairs: Map<string, Entity>,
  mention: Mention,
): Entity | null {
  const { index } = mention;
  for (const [first, last] of [
    [mentions[index - 1], mention],
    [mention, mentions[index + 1]],
  ] as const) {
    if (first?.kind !== "name" || last?.kind !== "name" || !isLinked(tokens, first, last)) continue;
    const [a, b] = [entities.of[first.index] ?? null, entities.of[last.index] ?? null];
    if (a === null || b === null || a === b) continue;
    const name = `${a.name} and ${b.name}`;
    const found = pairs.get(name);
    if (found !== undefined) return found;
    const words = [...a.words, ...b.words];
    const group = newEntity({
      ...mention,
      kind: "group",
      text: name,
      words,
      keys: words,
      plural: true,
      start: first.start,
      end: last.end,
    });
    const pair = { ...group, named: true };
    pairs.set(name, pair);
    return pair;
  }
  return null;
}

/** “Salo and Brandt”; but “between Salo and Brandt” is nobody's subject. */
function isLinked(tokens: readonly Token[], first: Mention, last: Mention): boolean {
  return (
    !first.possessive &&
    last.first === first.last + 2 &&
    /^(?:and|et|und|y)$/.test(tokens[first.last + 1]?.lower ?? "") &&
    !/^(?:between|with|of|for|to)$/.test(tokens[first.first - 1]?.lower ?? "")
  );
}
