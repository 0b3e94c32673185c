import type { PlacedPassage, Story } from "#attribution/story.ts";
import type { Kind } from "./kind.ts";

/** Marks around fewer words, in no sentence of their own, mostly hold a title, a term or a name. */
const FEW = 4;

/**
 * What the passages are of a story whose words the engine does not know: as far as marks and length tell.
 *
 * «Мы знали об этом с весны», — сказал инженер.     a whole utterance
 * Пьеса «Чайка» вернулась на сцену.                  none
 */
export function kindsByMarks(story: Story): readonly Kind[] {
  const kinds: Kind[] = [];
  for (const { passages } of story.utterances) {
    const [first] = passages;
    if (first === undefined) continue;
    const kind = kindOf(story, first);
    for (let count = passages.length; count > 0; count--) kinds.push(kind);
  }
  return kinds;
}

/** What ends a sentence or a clause in any script. */
const POINT = /[\p{Sentence_Terminal},:;،؛、，：；…]\s*$/u;

function kindOf({ text, tokens }: Story, { start, end, outer, at, context }: PlacedPassage): Kind {
  const words = lengthIn(text.slice(start, Math.min(end, start + 400)));
  const before = text.slice(Math.max(0, outer.start - 3), outer.start);
  const setOff = context.opensSentence || context.endsWithComma || context.endsSentence || POINT.test(before);
  if (setOff && (words > 1 || context.wholeParagraph || context.endsWithComma)) {
    // “Titles”, “like these”, in a row
    const listed = words < FEW && !context.endsSentence && tokens[at + 2]?.kind === "passage";
    return listed ? "none" : "direct";
  }
  return words >= FEW ? "mixed" : "none";
}

/** Words, or half the signs of a script that parts none. */
function lengthIn(words: string): number {
  const parted = words.split(/\s+/).length;
  const signs =
    words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return Math.max(parted, Math.ceil(signs / 2));
}
