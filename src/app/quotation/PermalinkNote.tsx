import { unnamedIn } from "#app/speaker/names.ts";
import { voiceOf } from "#app/speaker/voices.ts";
import { formatDay } from "#app/ui/format.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import type { Article } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import { becameOf } from "./became.ts";
import { Difference } from "./Difference.tsx";
import styles from "./permalink.module.css";
import { quotationNow } from "./quotation-now.ts";

/**
 * What whoever follows a link wants to know on arrival: who said it, in which
 * story, whether the words still stand, and the way to the story's beginning.
 * It stands above the paragraph that the link leads to, in view as long as that
 * is and never over it; where the words are gone, above the story.
 */
export function PermalinkNote({
  article,
  permalink,
}: {
  readonly article: Article;
  readonly permalink: Permalink;
}) {
  const { language, dir, tag, words } = useLocale();
  const reading = useReadingWords();
  const now = quotationNow(article, permalink);
  const voice = now === null ? null : voiceOf(article, now);
  const speaker = now === null ? permalink.speaker : (voice?.speaker ?? null);
  const lang = article.inLanguage;
  const unnamed = unnamedIn(lang, words.voices).name;
  return (
    <aside
      className={styles.note}
      lang={language}
      dir={dir}
      data-state={permalink.state}
      data-voice={voice?.number ?? 0}
    >
      <p className={styles.who}>
        <b dir="auto">{speaker?.name ?? unnamed}</b>
        {speaker?.role == null ? null : (
          <span lang={lang} dir="auto">
            {speaker.role}
          </span>
        )}
      </p>
      {now === null ? null : (
        <p className={styles.from}>
          <cite lang={lang} dir="auto">
            {article.headline}
          </cite>
          {article.publisher === null ? null : <span dir="auto">{article.publisher}</span>}
          {article.datePublished === null ? null : (
            <time dateTime={article.datePublished} dir="auto">
              {formatDay(article.datePublished, tag)}
            </time>
          )}
        </p>
      )}
      <p className={styles.from}>
        <span>
          {becameOf(permalink, speaker?.name ?? unnamed, article.dateModified, { tag, words, reading })}
        </span>
        {now === null ? null : <a href="#content">{reading.permalink.toStart}</a>}
      </p>
      {now === null ? <OldWords lang={lang} text={permalink.quotation.text} /> : null}
      {permalink.diff === null ? null : <Difference lang={lang} parts={permalink.diff} />}
    </aside>
  );
}

function OldWords({ lang, text }: { readonly lang: string; readonly text: string }) {
  const reading = useReadingWords();
  return (
    <>
      <p className={styles.label}>{reading.permalink.was}</p>
      <blockquote lang={lang} dir="auto">
        <p>“{text}”</p>
      </blockquote>
      <p>{reading.permalink.removedHint}</p>
    </>
  );
}
