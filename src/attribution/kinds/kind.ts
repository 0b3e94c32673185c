import type { Context, PlacedPassage, Story } from "#attribution/story.ts";
import type { Span } from "#text/spans.ts";

/** A whole utterance, words inside the reporter's sentence, or no quotation at all. */
export type Kind = "direct" | "mixed" | "none";

/** Whether a passage looks whole: set off by a mark or a paragraph's edge, or a sentence after its reporting word. */
export function seemsDirect({ tokens, text }: Story, passage: PlacedPassage): boolean {
  const { at, start, context } = passage;
  const cued = context.cueAfter !== null || context.cueBefore !== null;
  const first = text.charAt(start);
  if (passage.continues || context.opensSentence || context.opensParagraph)
    return !/^\p{Ll}/u.test(first) || context.cueAfter !== null || context.endsSentence;
  const before = tokens[at - 1];
  if (before?.text === ":") return true;
  if (before?.kind === "passage") return true;
  // “ugly”, “brave” and “late”
  if (
    before?.text === "," &&
    tokens[at - 2]?.kind === "passage" &&
    /^\p{Ll}/u.test(first) &&
    !context.endsSentence &&
    wordsOf(text, passage).length < 4
  )
    return false;
  // “until it, as she put it, ‘gave up on me’”
  if (before?.text === "," && isPutSo(context) && /^\p{Ll}/u.test(first)) return false;
  if (before?.text === "," || before?.text === "—" || before?.text === "–")
    return cued || /\p{Lu}/u.test(first);
  if (before?.kind === "word" && before.word.cue !== null)
    return /[\p{Lu}\d]/u.test(first) && wordsOf(text, passage).length > 1;
  return (
    context.endsSentence && /\p{Lu}/u.test(first) && context.cueBefore !== null && before?.kind !== "word"
  );
}

/** “as she put it,”, “in the words of her coach,” */
function isPutSo({ cueBefore: cue }: Context): boolean {
  return cue !== null && (cue.verb === "put" || cue.form === "phrase");
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** The words of a passage's beginning. */
function wordsOf(text: string, { start, end }: Span): readonly string[] {
  return text.slice(start, Math.min(end, start + 400)).match(WORD) ?? [];
}
