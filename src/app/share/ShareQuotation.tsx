import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import type { Article, Quotation, Speaker } from "#model/article.ts";
import { type Copied, copy } from "./copy.ts";
import { sharedQuotation } from "./quotation-text.ts";
import styles from "./share.module.css";
import { toasts } from "./toasts.ts";

/** The ways to take a quotation along, each as words: link, quotation, the system's sheet, picture, frame. */
export function ShareQuotation({
  article,
  quotation,
  speaker,
}: {
  readonly article: Article;
  readonly quotation: Quotation;
  readonly speaker: Speaker | null;
}) {
  const words = useReadingWords().share;
  const { tag } = useLocale();
  const shared = sharedQuotation(article, quotation, speaker, words, tag);
  const take = async (copied: Copied, done: string): Promise<void> => {
    if (await copy(copied)) toasts.show(done);
    else toasts.show(words.failed, copied.plain);
  };
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title: shared.title, text: shared.unlinked, url: shared.url });
      toasts.show(words.shared);
    } catch (error) {
      // The reader closed the sheet: nothing to say.
      if (error instanceof DOMException && error.name === "AbortError") return;
      await take({ plain: shared.url }, words.linkCopied);
    }
  };
  return (
    <ul className={styles.ways} aria-label={words.label}>
      <li>
        <button type="button" onClick={() => take({ plain: shared.url }, words.linkCopied)}>
          {words.copyLink}
        </button>
      </li>
      <li>
        <button
          type="button"
          onClick={() => take({ plain: shared.plain, rich: shared.rich }, words.wordsCopied)}
        >
          {words.copyWords}
        </button>
      </li>
      {"share" in navigator ? (
        <li>
          <button type="button" onClick={share}>
            {words.share}
          </button>
        </li>
      ) : null}
      <li>
        <a href={shared.card} download={shared.cardName} onClick={() => toasts.show(words.pictureSaved)}>
          {words.picture}
        </a>
      </li>
      <li>
        <button type="button" onClick={() => take({ plain: shared.embed }, words.embedCopied)}>
          {words.embed}
        </button>
      </li>
    </ul>
  );
}
