import type { Words } from "#app/words/en.ts";
import type { Article, Quotation } from "#model/article.ts";
import { isDoubtful } from "#model/doubt.ts";
import { isAttributed } from "#model/languages.ts";
import { voiceOf } from "./voices.ts";

/** What stands in a name's place where nobody is named: the story does not say, or Verbatim does not know its language. */
export function unnamedIn(
  lang: string,
  words: Words["voices"],
): { readonly name: string; readonly hint: string } {
  return isAttributed(lang)
    ? { name: words.unknown, hint: words.unknownHint }
    : { name: words.unattributed, hint: words.unattributedHint };
}

/** Whose a quotation's words are, for those who do not see the page: with doubt where there is some. */
export function spokenNameOf(article: Article, quotation: Quotation, words: Words["voices"]): string {
  const name = voiceOf(article, quotation)?.speaker?.name;
  if (name === undefined) return unnamedIn(article.inLanguage, words).name;
  return isDoubtful(quotation) ? words.perhaps(name) : name;
}
