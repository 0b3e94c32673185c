import type { Mention } from "#attribution/mentions/mention.ts";
import { values } from "#attribution/ranking/features.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";
import { isModifier, isSubordinate } from "./mention-place.ts";

/** How prominently a sentence mentions somebody, the most prominent first. */
export const PROMINENCE = values(
  "reporter",
  "first subject",
  "subject",
  "object",
  "subordinate",
  "possessor",
  "oblique",
);

/** “are managed by Col Easter”: who does it. */
function isAgent(tokens: Story["tokens"], { first }: Mention): boolean {
  if (itemAt(tokens, first - 1)?.lower !== "by") return false;
  const [verb, be] = [itemAt(tokens, first - 2), itemAt(tokens, first - 3)];
  return /(?:ed|en|wn)$/.test(verb?.lower ?? "") || be?.word.passive === true;
}

/**
 * Where a mention stands in its sentence, a value of PROMINENCE: what a sentence is about is likelier meant by the next
 * pronoun than what it only touches on (centering: Grosz, Joshi and Weinstein, Computational Linguistics 1995).
 *
 * Cole never spoke of Bram, and left. “It was late,” he said.     Cole: first subject; Bram: oblique
 * When Cole asked for it, Bram gave him the key.                  Cole: subordinate; Bram: first subject
 */
export function prominenceOf({ tokens, mentions, cueOf }: Story, mention: Mention): number {
  if (mention.possessive || isModifier(tokens, mention)) return PROMINENCE.possessor;
  if (isSubordinate(tokens, mention)) return PROMINENCE.subordinate;
  if (cueOf(mention) !== null) return PROMINENCE.reporter;
  if (mention.oblique) return isAgent(tokens, mention) ? PROMINENCE.subject : PROMINENCE.oblique;
  if (!mention.subject) return PROMINENCE.object;
  for (let at = mention.index - 1; ; at--) {
    const earlier = itemAt(mentions, at);
    if (earlier?.sentence !== mention.sentence) return PROMINENCE["first subject"];
    if (!earlier.possessive && !earlier.oblique && !isSubordinate(tokens, earlier)) return PROMINENCE.subject;
  }
}
