import { isLetterAt } from "./characters.ts";

/** Whether a text has a word, and not only as part of another. */
export function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!(at > 0 && isLetterAt(text, at - 1)) && !isLetterAt(text, at + word.length)) return true;
  return false;
}
