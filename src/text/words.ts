import { fold } from "./fold.ts";

const word = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*|\p{Extended_Pictographic}/gu;

/** Scripts that write without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/**
 * The words of a text, in order, typography and case folded, punctuation left out:
 * what counts as “kept” when a quotation is edited. “Won’t” is one word, “well-known” two.
 */
export function words(text: string): readonly string[] {
  const folded = fold(text).toLowerCase();
  if (!unspaced.test(folded)) return folded.match(word) ?? [];
  return Array.from(segmenter.segment(folded))
    .filter((part) => part.isWordLike === true)
    .map((part) => part.segment);
}
