import type { ReadingWords } from "#app/words/reading-en.ts";
import type { Article, Quotation, Speaker } from "#model/article.ts";
import { type Copied, copy } from "./copy.ts";
import { type SharedQuotation, sharedQuotation } from "./quotation-text.ts";
import { toasts } from "./toasts.ts";

/** What can be done with a quotation; each says what it did. */
interface QuotationSharing {
  readonly shared: SharedQuotation;
  readonly copyWords: () => Promise<void>;
  readonly copyLink: () => Promise<void>;
  readonly copyEmbed: () => Promise<void>;
  /** By the system's sheet; where there is none, the link is copied. */
  readonly share: () => Promise<void>;
}

/** Whether the browser has a sheet to share with. */
export const hasShareSheet = (): boolean => "share" in navigator;

/** The ways to take a quotation along. */
export function sharingOf(
  article: Article,
  quotation: Quotation,
  speaker: Speaker | null,
  words: ReadingWords["share"],
  locale: string,
): QuotationSharing {
  const shared = sharedQuotation(article, quotation, speaker, words, locale);
  const take = async (copied: Copied, done: string): Promise<void> => {
    if (await copy(copied)) toasts.show(done);
    else toasts.show(words.failed, copied.plain);
  };
  const copyLink = () => take({ plain: shared.url }, words.linkCopied);
  const share = async (): Promise<void> => {
    if (!hasShareSheet()) return copyLink();
    try {
      await navigator.share({ title: shared.title, text: shared.unlinked, url: shared.url });
      toasts.show(words.shared);
    } catch (error) {
      // The reader closed the sheet: nothing to say.
      if (error instanceof DOMException && error.name === "AbortError") return;
      await copyLink();
    }
  };
  return {
    shared,
    copyWords: () => take({ plain: shared.plain, rich: shared.rich }, words.wordsCopied),
    copyLink,
    copyEmbed: () => take({ plain: shared.embed }, words.embedCopied),
    share,
  };
}
