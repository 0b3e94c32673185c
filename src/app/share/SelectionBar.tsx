import { useReadingWords } from "#app/words/reading-words.ts";
import type { Article } from "#model/article.ts";
import { copy } from "./copy.ts";
import { passageLink } from "./passage-link.ts";
import type { Passage } from "./selected-passage.ts";
import styles from "./share.module.css";
import { toasts } from "./toasts.ts";

/** How much of the screen's foot the bar and a phone's handles need, in pixels. */
const foot = 140;

/**
 * “Copy link to selection”, at the foot of the screen: a phone's own menu opens at
 * the selection and would cover it there. Where the selection itself ends at the
 * foot, it stands at the head.
 */
export function SelectionBar({ article, passage }: { readonly article: Article; readonly passage: Passage }) {
  const words = useReadingWords().share;
  const take = async (): Promise<void> => {
    const link = passageLink(article.url, passage.range);
    if (link === null) toasts.show(words.noFragment);
    else if (await copy({ plain: link })) toasts.show(words.linkCopied);
    else toasts.show(words.failed, link);
  };
  return (
    <section
      className={styles.selection}
      aria-label={words.selection}
      data-at={passage.bottom > innerHeight - foot ? "head" : "foot"}
    >
      {/* A press would otherwise take the selection away before the click arrives. */}
      <button type="button" onPointerDown={(event) => event.preventDefault()} onClick={take}>
        {words.copySelection}
      </button>
    </section>
  );
}
