import type { ReadingWords } from "#app/words/reading-en.ts";
import type { Article, Quotation, Speaker } from "#model/article.ts";
import { type SharedQuotation, sharedQuotation } from "./quotation-text.ts";
import { copyAndTell, shareOrCopy } from "./take-along.ts";

/** What can be done with a quotation; each says what it did. */
interface QuotationSharing {
  readonly shared: SharedQuotation;
  readonly copyWords: () => Promise<void>;
  readonly copyLink: () => Promise<void>;
  readonly copyEmbed: () => Promise<void>;
  /** By the system's sheet; where there is none, the link is copied. */
  readonly share: () => Promise<void>;
}

/** The ways to take a quotation along. */
export function sharingOf(
  article: Article,
  quotation: Quotation,
  speaker: Speaker | null,
  words: ReadingWords["share"],
  locale: string,
): QuotationSharing {
  const shared = sharedQuotation(article, quotation, speaker, words, locale);
  const { plain, rich, url, title, unlinked, embed } = shared;
  return {
    shared,
    copyWords: () => copyAndTell({ plain, rich }, words.wordsCopied, words),
    copyLink: () => copyAndTell({ plain: url }, words.linkCopied, words),
    copyEmbed: () => copyAndTell({ plain: embed }, words.embedCopied, words),
    share: () => shareOrCopy({ title, text: unlinked, url }, words),
  };
}
