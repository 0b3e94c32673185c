import type { ReactNode } from "react";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import type { Article, Quotation, Speaker } from "#model/article.ts";
import styles from "./share.module.css";
import { sharingOf } from "./sharing-of.ts";
import { hasShareSheet } from "./take-along.ts";
import { toasts } from "./toasts.ts";

/** The ways to take a quotation along, each as words: quotation and sheet first, then what else is given, picture, link, frame. */
export function ShareQuotation({
  article,
  quotation,
  speaker,
  children,
}: {
  readonly article: Article;
  readonly quotation: Quotation;
  readonly speaker: Speaker | null;
  /** More ways, as items of the list. */
  readonly children?: ReactNode;
}) {
  const words = useReadingWords().share;
  const { tag } = useLocale();
  const { shared, copyWords, copyLink, copyEmbed, share } = sharingOf(
    article,
    quotation,
    speaker,
    words,
    tag,
  );
  const link = (
    <button type="button" onClick={copyLink}>
      {words.copyLink}
    </button>
  );
  return (
    <ul className={styles.ways} aria-label={words.label}>
      <li data-first="">
        <button type="button" aria-keyshortcuts="c" onClick={copyWords}>
          {words.copyWords}
        </button>
      </li>
      <li data-first="">
        {hasShareSheet() ? (
          <button type="button" aria-keyshortcuts="s" onClick={share}>
            {words.share}
          </button>
        ) : (
          link
        )}
      </li>
      {children}
      <li>
        <a href={shared.card} download={shared.cardName} onClick={() => toasts.show(words.pictureSaved)}>
          {words.picture}
        </a>
      </li>
      {hasShareSheet() ? <li>{link}</li> : null}
      <li>
        <button type="button" onClick={copyEmbed}>
          {words.embed}
        </button>
      </li>
    </ul>
  );
}
