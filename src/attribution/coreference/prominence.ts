import type { Mention } from "#attribution/parts.ts";
import { values } from "#attribution/ranking/features.ts";
import type { Story } from "#attribution/story.ts";

/** How prominently a sentence mentions somebody, the most prominent first. */
export const PROMINENCE = values("reporter", "first subject", "subject", "object", "possessor", "oblique");

/**
 * Where a mention stands in its sentence, a value of PROMINENCE: what a sentence is about is likelier meant by the next
 * pronoun than what it only touches on (centering: Grosz, Joshi and Weinstein, Computational Linguistics 1995).
 *
 * Cole never spoke of Bram, and left. “It was late,” he said.     Cole: first subject; Bram: oblique
 */
export function prominenceOf({ mentions, cueOf }: Story, index: number): number {
  const mention = mentions[index] as Mention;
  if (mention.possessive) return PROMINENCE.possessor;
  if ((cueOf[index] ?? -1) >= 0) return PROMINENCE.reporter;
  if (mention.oblique) return PROMINENCE.oblique;
  if (!mention.subject) return PROMINENCE.object;
  for (let at = index - 1; mentions[at]?.sentence === mention.sentence; at--)
    if (!mentions[at]?.possessive && !mentions[at]?.oblique) return PROMINENCE.subject;
  return PROMINENCE["first subject"];
}
