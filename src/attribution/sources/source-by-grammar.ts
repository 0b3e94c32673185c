import type { Cue } from "#attribution/cues/cue.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";

/**
 * The source of a passage where grammar leaves no choice; null where it does.
 *
 * “You have nine days,” Collier was told by Inga Roth.                     Roth
 * According to Lawal, Asher had called the list “a rounding error”.        Asher
 * Auf die Frage, ob er komme, antwortete Rottmann: „Nein.“                  Rottmann
 * Ek told the court that Palm had said: “Throw it in the lake.”            Palm
 */
export function sourceByGrammar(story: Story, { at, context }: PlacedPassage): Mention | null {
  const { tokens } = story;
  const { cueAfter, cueBefore, gapBefore } = context;
  const agent = cueAfter?.subject ?? null;
  if (
    agent !== null &&
    /^(?:by|von|par|por)$/.test(tokens[agent.first - 1]?.lower ?? "") &&
    (context.opensParagraph || context.endsWithComma)
  )
    return agent;
  const subject = cueBefore?.subject ?? null;
  if (cueBefore === null || subject === null) return null;
  if (cueBefore.inverted && context.afterColon && subject.last + 2 === at) return subject;
  if (cueBefore.form !== "finite" || cueBefore.inverted) return null;
  // “what the fire brigade called ‘weather’”; “The fans sang ‘Mind the gap’ and Rennick ran, a thing he said …”
  const says = cueBefore.strength === "speech" || cueBefore.verb === "call";
  if (gapBefore === 0 && says && subject.last === cueBefore.at - 1) return subject;
  const earlier = cueEarlier(story, cueBefore);
  if (earlier === null || earlier.subject === null || earlier.subject === subject) return null;
  return gapBefore <= 1 || earlier.form === "phrase" ? subject : null;
}

/** The cue before another one in the same sentence. */
function cueEarlier({ cues, tokens }: Story, { index, at }: Cue): Cue | null {
  const earlier = itemAt(cues, index - 1);
  return earlier !== undefined && tokens[earlier.at]?.sentence === tokens[at]?.sentence ? earlier : null;
}
