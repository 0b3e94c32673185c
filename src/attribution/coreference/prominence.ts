import type { Mention } from "#attribution/mentions/mention.ts";
import { values } from "#attribution/ranking/features.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";

/** How prominently a sentence mentions somebody, the most prominent first. */
export const PROMINENCE = values("reporter", "first subject", "subject", "object", "possessor", "oblique");

/**
 * Where a mention stands in its sentence, a value of PROMINENCE: what a sentence is about is likelier meant by the next
 * pronoun than what it only touches on (centering: Grosz, Joshi and Weinstein, Computational Linguistics 1995).
 *
 * Cole never spoke of Bram, and left. “It was late,” he said.     Cole: first subject; Bram: oblique
 */
export function prominenceOf({ mentions, cueOf }: Story, mention: Mention): number {
  if (mention.possessive) return PROMINENCE.possessor;
  if (cueOf(mention) !== null) return PROMINENCE.reporter;
  if (mention.oblique) return PROMINENCE.oblique;
  if (!mention.subject) return PROMINENCE.object;
  for (let at = mention.index - 1; ; at--) {
    const earlier = itemAt(mentions, at);
    if (earlier?.sentence !== mention.sentence) return PROMINENCE["first subject"];
    if (!earlier.possessive && !earlier.oblique) return PROMINENCE.subject;
  }
}
