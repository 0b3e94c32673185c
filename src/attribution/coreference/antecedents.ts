import type { Entity } from "#attribution/entities/entity.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { Story } from "#attribution/story.ts";

const SUBORDINATOR = /^(?:as|when|while|after|before|if|although|though|since|because|once|until)$/;

/**
 * The entity that a pronoun means which stands before its name; null for none.
 *
 * As he has all season, Marek Soukup praised his rowers.     Marek Soukup
 */
export function namedAhead({ tokens, mentions, entityOf }: Story, pronoun: Mention): Entity | null {
  const [opener, before] = [tokens[pronoun.first - 1], tokens[pronoun.first - 2]];
  if (!SUBORDINATOR.test(opener?.lower ?? "") || before?.sentence === pronoun.sentence) return null;
  for (let at = pronoun.index + 1; ; at++) {
    const next = mentions[at];
    if (next?.sentence !== pronoun.sentence || next.kind === "pronoun") return null;
    if (tokens[next.first - 1]?.text === ",")
      return next.kind === "name" && !next.possessive ? entityOf(next) : null;
  }
}

/** Whether the story gives somebody this age: “Rory Dunn, 34,”. */
export function isAged({ tokens }: Story, { mentions }: Entity, age: string): boolean {
  return mentions.some(({ last }) => tokens[last + 1]?.text === "," && tokens[last + 2]?.text === age);
}
