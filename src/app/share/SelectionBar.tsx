import { voiceOf } from "#app/speaker/voices.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import type { Article, Quotation } from "#model/article.ts";
import { copy } from "./copy.ts";
import { passageLink } from "./passage-link.ts";
import { isAsWritten, type Passage, quotationOf } from "./selected-passage.ts";
import styles from "./share.module.css";
import { sharingOf } from "./sharing-of.ts";
import { toasts } from "./toasts.ts";

/** How much of the screen's foot the bar and a phone's handles need, in pixels. */
const foot = 140;

/**
 * What can be copied of a selection, at the foot of the screen: a phone's own menu
 * opens at the selection and would cover it there. Where the selection itself ends
 * at the foot, it stands at the head.
 *
 * Within a quotation that is the quotation and its own link, which outlives an
 * edit; elsewhere a link to the very words, unless they are a translator's: those
 * are not on the page that the link opens.
 */
export function SelectionBar({ article, passage }: { readonly article: Article; readonly passage: Passage }) {
  const words = useReadingWords().share;
  const quotation = quotationOf(article, passage.range);
  if (quotation === null && !isAsWritten(article, passage.range)) return null;
  return (
    <section
      className={styles.selection}
      aria-label={words.selection}
      data-at={passage.bottom > innerHeight - foot ? "head" : "foot"}
      // A press would otherwise take the selection away before the click arrives.
      onPointerDown={(event) => event.preventDefault()}
    >
      {quotation === null ? (
        <PassageLink article={article} passage={passage} />
      ) : (
        <QuotationCopies article={article} quotation={quotation} />
      )}
    </section>
  );
}

function QuotationCopies({
  article,
  quotation,
}: {
  readonly article: Article;
  readonly quotation: Quotation;
}) {
  const words = useReadingWords().share;
  const { tag } = useLocale();
  const speaker = voiceOf(article, quotation)?.speaker ?? null;
  const { copyWords, copyLink } = sharingOf(article, quotation, speaker, words, tag);
  return (
    <>
      <button type="button" onClick={copyWords}>
        {words.copyWords}
      </button>
      <button type="button" onClick={copyLink}>
        {words.copyLink}
      </button>
    </>
  );
}

function PassageLink({ article, passage }: { readonly article: Article; readonly passage: Passage }) {
  const words = useReadingWords().share;
  const take = async (): Promise<void> => {
    const link = passageLink(article.url, passage.range);
    if (link === null) toasts.show(words.noFragment);
    else if (await copy({ plain: link })) toasts.show(words.linkCopied);
    else toasts.show(words.failed, link);
  };
  return (
    <button type="button" onClick={take}>
      {words.copySelection}
    </button>
  );
}
