import { formatDay } from "#app/ui/format.ts";
import { useLocale, useWords } from "#app/words/words.ts";
import { quotationElementId } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import { firstSpeaker, lastChange, type Permalink } from "#model/permalink.ts";
import styles from "./permalink.module.css";

/** What became of the words that the address names, told calmly and before the story. Silent when nothing did. */
export function PermalinkNote({
  article,
  permalink,
}: {
  readonly article: Article;
  readonly permalink: Permalink;
}) {
  const { language, dir, tag, words } = useLocale();
  const { state, quotation, speaker, successor, diff } = permalink;
  const name = speaker?.name ?? words.voices.unknown;
  const date = formatDay(lastChange(permalink)?.date ?? article.dateModified, tag);
  switch (state) {
    case "verbatim":
    case "retypeset":
      return null;
    case "reattributed":
      return (
        <aside className={styles.note} lang={language} dir={dir}>
          <p>
            {words.permalink.reattributed(
              firstSpeaker(permalink)?.name ?? words.voices.unknown,
              nameNow(permalink, article) ?? name,
              date,
            )}
          </p>
        </aside>
      );
    case "edited": {
      const now = article.quotations.find(({ id }) => id === successor);
      return (
        <aside className={styles.note} lang={language} dir={dir}>
          <p>{words.permalink.edited(date)}</p>
          {/* The difference is told once, beside the new words. */}
          {now === undefined || diff === null ? (
            <OldWords lang={article.inLanguage} text={quotation.text} name={name} />
          ) : null}
          {now === undefined ? null : (
            <p>
              <a href={`#${quotationElementId(now.id)}`}>{words.permalink.toSuccessor}</a>
            </p>
          )}
        </aside>
      );
    }
    case "removed":
      return (
        <aside className={styles.note} lang={language} dir={dir}>
          <p>{words.permalink.removed(date)}</p>
          <OldWords lang={article.inLanguage} text={quotation.text} name={name} />
          <p>{words.permalink.removedHint}</p>
        </aside>
      );
  }
}

function OldWords({
  lang,
  text,
  name,
}: {
  readonly lang: string;
  readonly text: string;
  readonly name: string;
}) {
  const words = useWords();
  return (
    <>
      <p className={styles.label}>{words.permalink.was}</p>
      <blockquote lang={lang} dir="auto">
        <p>“{text}”</p>
      </blockquote>
      <p className={styles.by}>{name}</p>
    </>
  );
}

function nameNow({ quotation }: Permalink, article: Article): string | null {
  const now = article.quotations.find(({ id }) => id === quotation.id);
  return article.speakers.find(({ id }) => id === now?.speaker)?.name ?? null;
}
