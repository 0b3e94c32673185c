import type { Lexicon } from "#attribution/words/lexicon.ts";
import type { Span } from "#text/spans.ts";

const BREAK = /[,.?!…]/g;
const PIECES = /[^\s,;:.?!“”"]+|[,;:.?!“”"]/g;

/**
 * Where words that nobody closed probably end: before “, she said”, at the edge otherwise.
 *
 * “I am considering it, madam, he replied, and raised the finger.
 *                            ^
 */
export function guessEnd(text: string, from: number, to: number, lexicon: Lexicon): number {
  const limit = Math.min(to, from + 4000);
  // Cut out: a search through the whole text reads to its end for every mark where nothing is found.
  for (const { index } of text.slice(from, limit).matchAll(BREAK)) {
    const end = from + index + 1;
    if (/\s/.test(text.charAt(end)) && attributes(text.slice(end, Math.min(limit, end + 120)), lexicon))
      return end;
  }
  return to;
}

/** “he replied”, “an old man with a scorebook told his dog”, “said Varga”, “the clerk, Paul Stone, said” */
function attributes(words: string, lexicon: Lexicon): boolean {
  let position = 0;
  let apposed = 0;
  for (const [word] of words.matchAll(PIECES)) {
    if (word === "," && position > 0 && apposed++ < 2) continue;
    if (/^[,;:.?!“”"]/.test(word)) return false;
    const lower = word.toLowerCase();
    const { cue, determiner, pronoun } = lexicon.word(lower);
    if (cue?.strength === "speech" && cue.form === "finite")
      return position > 0 || !/^(?:say|read|ask|state|report|note|claim)/.test(lower);
    if (position === 0 && !/^\p{Lu}/u.test(word) && !determiner && pronoun === null) return false;
    if (pronoun?.first === true || (apposed > 0 && pronoun !== null)) return false;
    if (++position > 8) return false;
  }
  return false;
}

/**
 * Where words that nobody opened probably begin: at the sentence in which they are closed.
 *
 * He's been with me three years,” Pettifer said.
 * ^
 */
export function guessStart(
  text: string,
  from: number,
  closer: number,
  paragraph: Span,
  lexicon: Lexicon,
): number | null {
  if (from !== paragraph.start || !/[,.?!…]/.test(text.charAt(closer - 1)) || closer - from > 600)
    return null;
  if (!attributes(text.slice(closer + 1, Math.min(paragraph.end, closer + 80)), lexicon)) return null;
  return from + afterTelling(text.slice(from, closer), lexicon);
}

/** Where the sentences that report end: Garza said she had not slept for a week. | It hums,” */
function afterTelling(words: string, lexicon: Lexicon): number {
  let start = 0;
  let end = 0;
  for (const { index } of words.matchAll(/[.?!]\s+(?=\p{Lu})/gu)) {
    const telling = words
      .slice(start, index)
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some(
        (word) => lexicon.word(word).cue?.strength === "speech" && lexicon.word(word).cue?.form === "finite",
      );
    start = index + 2;
    if (telling) end = start;
  }
  return end;
}
