import type { Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/item-at.ts";

/**
 * The source of a passage where grammar leaves no choice; -1 where it does.
 *
 * “You have nine days,” Collier was told by Inga Roth.                     Roth
 * According to Lawal, Asher had called the list “a rounding error”.        Asher
 * Auf die Frage, ob er komme, antwortete Rottmann: „Nein.“                  Rottmann
 * Ek told the court that Palm had said: “Throw it in the lake.”            Palm
 */
export function sourceByGrammar(story: Story, passage: number): number {
  const { cues, tokens, tokenOf, mentions, contexts } = story;
  const around = contexts[passage];
  const after = itemAt(cues, around?.cueAfter ?? -1);
  const before = itemAt(cues, around?.cueBefore ?? -1);
  const agent = itemAt(mentions, after?.subject ?? -1);
  if (
    after !== undefined &&
    agent !== undefined &&
    /^(?:by|von|par|por)$/.test(tokens[agent.first - 1]?.lower ?? "") &&
    (around?.opensParagraph || around?.endsWithComma)
  )
    return after.subject;
  const told = itemAt(mentions, before?.subject ?? -1);
  if (before?.inverted && around?.afterColon && told !== undefined && told.last + 2 === tokenOf[passage])
    return before.subject;
  if (
    before === undefined ||
    before.form !== "finite" ||
    before.inverted ||
    before.subject < 0 ||
    around === undefined
  )
    return -1;
  // “what the fire brigade called ‘weather’”; “The fans sang ‘Mind the gap’ and Rennick ran, a thing he said …”
  const subject = mentions[before.subject];
  if (
    around.gapBefore === 0 &&
    (before.strength === "speech" || before.verb === "call") &&
    subject !== undefined &&
    subject.last === before.token - 1
  )
    return before.subject;
  const earlier = cues[(around.cueBefore ?? 0) - 1];
  const at = tokenOf[passage] ?? 0;
  const second =
    earlier !== undefined &&
    tokens[earlier.token]?.sentence === tokens[at]?.sentence &&
    earlier.subject >= 0 &&
    earlier.subject !== before.subject;
  if (!second) return -1;
  return around.gapBefore <= 1 || earlier.form === "phrase" ? before.subject : -1;
}
