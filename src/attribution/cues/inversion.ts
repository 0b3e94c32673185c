import type { Mention } from "#attribution/mentions/mention.ts";
import type { Token } from "#attribution/tokens/token.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import type { CueForm } from "#attribution/words/word.ts";
import type { MentionAt } from "./cue.ts";

/** How far behind its verb a subject may stand: “said longtime Brannock school board member Rhea Mann”. */
const REACH = 8;

/** What may follow a subject that stands behind its verb, besides a mark: “said Mann of the raid”, “said Mann late Monday”. */
const BEYOND =
  /^(?:of|who|whose|in|at|from|for|on|last|this|and|during|after|before|when|while|as|to|with|about|because|earlier|later|by)$|ly$|day$/;

/**
 * Who stands as the subject behind a reporting verb; null for nobody. After words in marks, or where a sentence begins
 * with the verb, that is whoever follows; elsewhere in English a comma must part the verb from what was said, and
 * nothing but an apposition or an end may follow.
 *
 * “No,” said Varga.
 * Goats need less grass than cows, adds vet Nadia Fenwick.
 *
 * @param back the last token before the verb, adverbs apart
 */
export function invertedSubject(
  tokens: readonly Token[],
  mentionAt: MentionAt,
  lexicon: Lexicon,
  at: number,
  back: number,
  { form, verb, strength }: CueForm,
): Mention | null {
  if (form !== "finite" || verb === "tell") return null;
  const subject = subjectBehind(tokens, mentionAt, at);
  if (subject === null) return null;
  if (lexicon.tag !== "en" || followsWords(tokens, at, back)) return subject;
  const parted = tokens[back]?.text === "," && strength === "speech" && subject.kind !== "pronoun";
  const after = tokens[subject.last + 1];
  return parted && (after?.kind !== "word" || BEYOND.test(after.lower)) ? subject : null;
}

/** Words in marks stand right before the verb, or nothing does. */
function followsWords(tokens: readonly Token[], at: number, back: number): boolean {
  const { sentence, paragraph } = tokens[at] ?? {};
  const link = tokens[back];
  return (
    link === undefined ||
    link.kind === "passage" ||
    link.kind === "break" ||
    (link.kind === "mark" && tokens[back - 1]?.kind === "passage") ||
    link.sentence !== sentence ||
    link.paragraph !== paragraph
  );
}

/** The first mention behind a verb that owns nothing, if only its own titles stand between. */
export function subjectBehind(tokens: readonly Token[], mentionAt: MentionAt, at: number): Mention | null {
  const { sentence, paragraph } = tokens[at] ?? {};
  for (let next = at + 1; next <= at + REACH; next++) {
    const token = tokens[next];
    if (token === undefined || token.sentence !== sentence || token.paragraph !== paragraph) return null;
    const subject = mentionAt[next];
    // “said Fenn’s lawyer”
    if (subject?.possessive) continue;
    if (subject !== undefined) return subject.oblique ? null : subject;
    if (token.kind !== "word" && token.kind !== "number") return null;
    const { phraseEnd, pronoun, cue } = token.word;
    if (phraseEnd || pronoun !== null || cue?.form === "finite") return null;
  }
  return null;
}
