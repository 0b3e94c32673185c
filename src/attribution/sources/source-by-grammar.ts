import type { Cue } from "#attribution/cues/cue.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";
import { isLargeAt } from "#attribution/words/characters.ts";
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
 * He would shut the door, she recalls: “Shall I come back?”                He
 */
export function sourceByGrammar(story: Story, passage: PlacedPassage): Mention | null {
  return (
    labelled(story, passage) ??
    namedAfterwards(story, passage) ??
    agent(story, passage) ??
    recalled(story, passage) ??
    saidBehind(story, passage) ??
    tellerBefore(story, passage)
  );
}

/**
 * Whether who tells the story says the words, or who is spoken to: nobody whom it names, whoever stood before.
 *
 * “It’s good,” I say.     I asked her: “How long?”     You wrote to the ward, “No visitors.”     «¿Qué abre?», pregunto.
 */
export function isReporters({ tokens }: Story, { at, context }: PlacedPassage): boolean {
  const { cueAfter, cueBefore, gapBefore, afterColon } = context;
  const speaks = ({ at: verb, subject }: Cue) =>
    subject === null ? tokens[verb]?.word.cue?.first === true : isFirstPerson(tokens, subject);
  if (cueAfter !== null && cueAfter.at - at <= 4 && speaks(cueAfter)) return true;
  if (cueBefore === null || cueBefore.inverted || !speaks(cueBefore)) return false;
  const parted = afterColon || itemAt(tokens, at - 1)?.text === ",";
  return gapBefore <= 1 || (parted && gapBefore <= 6);
}

/** He would close the score and look up, she recalls: “Shall I come back later?” Whom she recalls, not she. */
function recalled({ tokens, mentions }: Story, { context }: PlacedPassage): Mention | null {
  const { cueBefore, afterColon } = context;
  const teller = cueBefore?.subject ?? null;
  if (!afterColon || teller === null || !/^(?:recall|remember)$/.test(cueBefore?.verb ?? "")) return null;
  if (itemAt(tokens, teller.first - 1)?.text !== ",") return null;
  let found: Mention | null = null;
  for (let back = teller.index - 1; ; back--) {
    const mention = itemAt(mentions, back);
    if (mention?.sentence !== teller.sentence) return found;
    if (mention.subject && tokens[mention.last + 1]?.lower === "would") found = mention;
  }
}

/** “…,” Collier was told by Inga Roth. */
function agent({ tokens }: Story, { context }: PlacedPassage): Mention | null {
  const mention = context.cueAfter?.subject ?? null;
  if (mention === null || !/^(?:by|von|par|por)$/.test(tokens[mention.first - 1]?.lower ?? "")) return null;
  return context.opensParagraph || context.endsWithComma ? mention : null;
}

/** „…“, sagte Kranz; « … », a raconté une habitante: right behind the words, where English teaches no weight for it. */
function saidBehind({ lexicon }: Story, { at, context: { cueAfter } }: PlacedPassage): Mention | null {
  const subject = cueAfter?.subject ?? null;
  if (lexicon.tag === "en" || cueAfter === null || subject === null) return null;
  if (!cueAfter.inverted || cueAfter.strength !== "speech" || cueAfter.at - at > 3) return null;
  return subject.first - cueAfter.at <= 2 && subject.kind !== "pronoun" ? subject : null;
}

function tellerBefore(story: Story, { at, context }: PlacedPassage): Mention | null {
  const { cueBefore, gapBefore } = context;
  const subject = cueBefore?.subject ?? null;
  if (cueBefore === null || subject === null) return null;
  if (cueBefore.inverted && context.afterColon && subject.last + 2 === at) return subject;
  // „Der Fall wird nach Angaben der Behörde „sorgfältig“ geprüft.“: English teaches no weight for that.
  if (cueBefore.form === "phrase" && story.lexicon.tag !== "en") return subject;
  // “…, with its guard Rudi Pohl telling visitors, “The mummy is at the dentist.””
  if (cueBefore.form === "participle" && subject.last === cueBefore.at - 1 && gapBefore <= 3) return subject;
  if (cueBefore.form !== "finite" || cueBefore.inverted) return null;
  // “The porter said, “It is only the pipes.””; “… his agent, who said, “Randy is thinking.””
  if (isSaidDirectly(story, cueBefore, subject, at, gapBefore)) return subject;
  // “what the fire brigade called ‘weather’”; “The fans sang ‘Mind the gap’ and Rennick ran, a thing he said …”
  const says = cueBefore.strength === "speech" || cueBefore.verb === "call";
  if (gapBefore === 0 && says && subject.last === cueBefore.at - 1) return subject;
  const earlier = cueEarlier(story, cueBefore);
  if (earlier === null || earlier.subject === null || earlier.subject === subject) return null;
  return gapBefore <= 1 || earlier.form === "phrase" ? subject : null;
}

/** Whether nothing but a comma or a colon stands between the words and “X said” or “X, who said”. */
function isSaidDirectly(
  { tokens, text }: Story,
  { at: verb, strength }: Cue,
  subject: Mention,
  at: number,
  gap: number,
): boolean {
  const link = itemAt(tokens, at - 1)?.text;
  if (strength !== "speech" || gap !== 1 || (link !== "," && link !== ":")) return false;
  const words = tokens[at]?.passage;
  if (words == null || !isLargeAt(text, words.start)) return false;
  if (subject.last === verb - 1) return true;
  return tokens[verb - 1]?.lower === "who" && subject.last >= verb - 3 && subject.last < verb;
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

const POINTING = /^(?:that|those|so|this|these|thus|it)$/;
const BEING = /^(?:was|is|were|are|words|begins|began|goes|went|says|said|ran|runs|reads|read|wrote|writes)$/;
const SAYING =
  /^(?:words?|sentences?|lines?|phrases?|remarks?|mottos?|jokes?|quotations?|sayings?|rules?|answers?)$/;

/** “So begins”, “Those are the words of”, “With these words”, “It is a sentence that”. */
function pointsBack(tokens: Story["tokens"], at: number): boolean {
  const [first, second, third] = [0, 1, 2].map((step) => tokens[at + step]?.lower ?? "");
  if (/^(?:with|in)$/.test(first ?? "")) return POINTING.test(second ?? "") && SAYING.test(third ?? "");
  if (!POINTING.test(first ?? "") || !BEING.test(second ?? "")) return false;
  return first !== "it" || SAYING.test(tokens[at + 3]?.lower ?? "");
}

/** Whom the next paragraph names as having said a paragraph that is all words: “That was how Ottilie Brand put it.” */
function namedAfterwards(story: Story, { at, paragraph, context }: PlacedPassage): Mention | null {
  const { tokens } = story;
  if (!context.wholeParagraph || context.afterColonParagraph) return null;
  const first = tokens[at + 2];
  if (first?.kind !== "word" || !pointsBack(tokens, at + 2)) return null;
  const named = story
    .mentionsIn(paragraph + 1)
    .find(({ kind, possessive, sentence }) => kind === "name" && !possessive && sentence === first.sentence);
  return named ?? null;
}
