import type { Story } from "#attribution/story.ts";

const SUBORDINATOR = /^(?:as|when|while|after|before|if|although|though|since|because|once|until)$/;

/**
 * The entity that a pronoun means which stands before its name, or -1.
 *
 * As he has all season, Marek Soukup praised his rowers.     Marek Soukup
 */
export function namedAhead({ tokens, mentions, entities }: Story, index: number): number {
  const mention = mentions[index];
  if (mention === undefined) return -1;
  const [opener, before] = [tokens[mention.first - 1], tokens[mention.first - 2]];
  if (!SUBORDINATOR.test(opener?.lower ?? "") || before?.sentence === mention.sentence) return -1;
  for (let at = index + 1; mentions[at]?.sentence === mention.sentence; at++) {
    const next = mentions[at];
    if (next === undefined || next.kind === "pronoun") return -1;
    if (tokens[next.first - 1]?.text === ",")
      return next.kind === "name" && !next.possessive ? (entities.of[at] ?? -1) : -1;
  }
  return -1;
}

/** Whether the story gives somebody this age: “Rory Dunn, 34,”. */
export function isAged({ tokens, mentions, entities }: Story, entity: number, age: string): boolean {
  return (
    entities.list[entity]?.mentions.some((index) => {
      const last = mentions[index]?.last ?? 0;
      return tokens[last + 1]?.text === "," && tokens[last + 2]?.text === age;
    }) ?? false
  );
}
