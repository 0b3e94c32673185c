import type { Passage } from "#attribution/marks/passage.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import type { Span } from "#text/spans.ts";

/** A comma or a dash, and the words up to the next mark. */
const PIECE = /[,—–]\s*([\p{L}’' -]{4,70}?)(?=\s*[,.;:!?—–]|$)/gu;
const SEARCHED = 600;

/**
 * The reporting words that a language sets inside the marks, where a passage has them; null elsewhere.
 *
 * « Les enfants, a-t-il ironisé, apprendront à nager sur un tapis. »
 * «Los niños —ironizó Lemos— aprenderán a nadar sobre una alfombra.»
 */
export function findInnerCue(text: string, passage: Passage, lexicon: Lexicon): Span | null {
  if (!lexicon.innerCues) return null;
  const inside = text.slice(passage.start, Math.min(passage.end, passage.start + SEARCHED));
  for (const piece of inside.matchAll(PIECE)) {
    const words = piece[1] ?? "";
    if (!reports(words, lexicon)) continue;
    const start = passage.start + piece.index + piece[0].length - words.length;
    return { start, end: start + words.length };
  }
  return null;
}

/** “a-t-il ironisé”, “raconte Hugo Monnier”, “a dit la maire”, “dijo ella”; the verb stands before its subject. */
function reports(words: string, lexicon: Lexicon): boolean {
  const [first = "", second = "", third = ""] = words.split(/\s+/);
  const speaks = (word: string) => {
    const { cue } = lexicon.word(word.toLowerCase());
    return cue?.form === "finite" && cue.strength === "speech";
  };
  const names = (word: string) => {
    const { determiner, pronoun } = lexicon.word(word.toLowerCase());
    return /^\p{Lu}/u.test(word) || determiner || pronoun !== null || /^[dl][’']/.test(word);
  };
  const clitic = lexicon.forms.read(first, 0, first.length).clitic;
  if (clitic !== null) return speaks(first.slice(0, clitic[0])) || speaks(second);
  if (speaks(first)) return names(second);
  return lexicon.word(first.toLowerCase()).auxiliary && speaks(second) && names(third);
}
