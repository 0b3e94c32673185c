import { formatDay } from "#app/ui/format.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import type { Article } from "#model/article.ts";
import { firstSpeaker, lastChange, type Permalink } from "#model/permalink.ts";
import { Difference } from "./Difference.tsx";
import styles from "./permalink.module.css";

/** The short form of what became of a link's words, beside the words as they stand now. */
export function NoteHere({
  article,
  permalink,
}: {
  readonly article: Article;
  readonly permalink: Permalink;
}) {
  const { language, dir, tag, words } = useLocale();
  const reading = useReadingWords();
  const { state, diff, speaker } = permalink;
  const date = formatDay(lastChange(permalink)?.date ?? article.dateModified, tag);
  const then = firstSpeaker(permalink)?.name ?? words.voices.unknown;
  return (
    <aside className={styles.note} lang={language} dir={dir}>
      <p>
        {state === "edited"
          ? reading.permalink.edited(date)
          : reading.permalink.reattributed(then, speaker?.name ?? words.voices.unknown, date)}
      </p>
      {diff === null ? null : <Difference lang={article.inLanguage} parts={diff} />}
    </aside>
  );
}
