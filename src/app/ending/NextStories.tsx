import { MiniScore } from "#app/front/MiniScore.tsx";
import { formatDay, minutesToRead } from "#app/ui/format.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import { articlePath } from "#model/addresses.ts";
import type { ArticleSummary } from "#model/article.ts";
import styles from "./ending.module.css";

/** The stories that follow, each with its score. */
export function NextStories({ stories }: { readonly stories: readonly ArticleSummary[] }) {
  const { language, tag, words } = useLocale();
  const { next } = useReadingWords().ending;
  if (stories.length === 0) return null;
  return (
    <section aria-labelledby="next">
      <h2 id="next">{next}</h2>
      <ul className={styles.next}>
        {stories.map(({ slug, headline, inLanguage, datePublished, wordCount, score }) => (
          <li key={slug} lang={inLanguage} dir="auto">
            <h3>
              <a href={articlePath(slug)}>{headline}</a>
            </h3>
            <MiniScore score={score} className={styles.score} />
            <p className={styles.facts} lang={language}>
              {datePublished === null ? null : (
                <time dateTime={datePublished} dir="auto">
                  {formatDay(datePublished, tag)}
                </time>
              )}
              <span dir="auto">{words.front.minutes(minutesToRead(wordCount))}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
