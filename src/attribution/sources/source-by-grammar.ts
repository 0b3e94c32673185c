import type { Cue } from "#attribution/cues/cue.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";
import { isFirstPerson } from "./source-candidates.ts";

/**
 * The source of a passage where grammar leaves no choice; null where it does.
 *
 * “You have nine days,” Collier was told by Inga Roth.                     Roth
 * According to Lawal, Asher had called the list “a rounding error”.        Asher
 * Auf die Frage, ob er komme, antwortete Rottmann: „Nein.“                  Rottmann
 * Ek told the court that Palm had said: “Throw it in the lake.”            Palm
 * Maud Perrin, Stage Weekly: “The second act is a gift.”                   Perrin
 * “Rain is free.” ¶ So begins the diary of Ellen Tarrow.                   Tarrow
 * Tarrow pours the tea. “It’s good,” I say.                                the reporter
 */
export function sourceByGrammar(story: Story, passage: PlacedPassage): Mention | null {
  return (
    reporter(story, passage) ??
    labelled(story, passage) ??
    namedAfterwards(story, passage) ??
    agent(story, passage) ??
    tellerBefore(story, passage)
  );
}

/** “It’s good,” I say. I asked her: “How long?” Who tells the story, whoever stood before. */
function reporter({ tokens }: Story, { at, context }: PlacedPassage): Mention | null {
  const { cueAfter, cueBefore, gapBefore, afterColon } = context;
  const speaks = (mention: Mention | null) => mention !== null && isFirstPerson(tokens, mention);
  if (cueAfter !== null && cueAfter.at - at <= 4 && speaks(cueAfter.subject)) return cueAfter.subject;
  if (cueBefore === null || cueBefore.inverted || !speaks(cueBefore.subject)) return null;
  return gapBefore <= 1 || (afterColon && gapBefore <= 6) ? cueBefore.subject : null;
}

/** “…,” Collier was told by Inga Roth. */
function agent({ tokens }: Story, { context }: PlacedPassage): Mention | null {
  const mention = context.cueAfter?.subject ?? null;
  if (mention === null || !/^(?:by|von|par|por)$/.test(tokens[mention.first - 1]?.lower ?? "")) return null;
  return context.opensParagraph || context.endsWithComma ? mention : null;
}

function tellerBefore(story: Story, { at, context }: PlacedPassage): Mention | null {
  const { cueBefore, gapBefore } = context;
  const subject = cueBefore?.subject ?? null;
  if (cueBefore === null || subject === null) return null;
  if (cueBefore.inverted && context.afterColon && subject.last + 2 === at) return subject;
  // “…, with its guard Rudi Pohl telling visitors, “The mummy is at the dentist.””
  if (cueBefore.form === "participle" && subject.last === cueBefore.at - 1 && gapBefore <= 3) return subject;
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

/** A label no longer than this stands before its colon: “Maud Perrin, Stage Weekly:”. */
const LABEL = 16;

/** Who opens the paragraph, where only what describes them stands between them and the colon before the words. */
function labelled(story: Story, { at, paragraph, context }: PlacedPassage): Mention | null {
  const { tokens, mentionAt } = story;
  if (!context.afterColon) return null;
  const [mention] = story.mentionsIn(paragraph);
  if (mention?.kind !== "name" || mention.possessive || mention.words.length < 2) return null;
  if (tokens[mention.last + 1]?.text !== "," || at - mention.last > LABEL) return null;
  for (let next = mention.last + 1; next < at; next++) {
    const token = tokens[next];
    if (token === undefined || token.kind === "break" || token.kind === "passage") return null;
    const { cue, auxiliary, pronoun } = token.word;
    if ((cue !== null && mentionAt[next] === undefined) || auxiliary || pronoun !== null) return null;
  }
  for (let back = mention.first - 1; back >= 0 && tokens[back]?.kind !== "break"; back--) {
    const token = tokens[back];
    if (token?.kind !== "word" || !(token.word.title || token.word.roleNoun || token.capital)) return null;
  }
  return mention;
}

const POINTING = /^(?:that|those|so|this|these|thus)$/;
const BEING = /^(?:was|is|were|are|words|begins|began|goes|went|says|said|ran|runs|reads|read|wrote|writes)$/;

/** Whom the next paragraph names as having said a paragraph that is all words: “That was how Ottilie Brand put it.” */
function namedAfterwards(story: Story, { at, paragraph, context }: PlacedPassage): Mention | null {
  const { tokens } = story;
  if (!context.wholeParagraph || context.afterColonParagraph) return null;
  const first = tokens[at + 2];
  if (first?.kind !== "word" || !POINTING.test(first.lower) || !BEING.test(tokens[at + 3]?.lower ?? ""))
    return null;
  const named = story
    .mentionsIn(paragraph + 1)
    .find(({ kind, possessive, sentence }) => kind === "name" && !possessive && sentence === first.sentence);
  return named ?? null;
}
