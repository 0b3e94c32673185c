import { formatDay, minutesToRead } from "#app/ui/format.ts";
import { useLocale } from "#app/words/words.ts";
import type { Article } from "#model/article.ts";
import { wordCount } from "#model/word-count.ts";
import { isLongHeadline } from "./headline.ts";
import styles from "./story.module.css";

/** Headline, standfirst, byline, date, minutes, and the way to share them; without JavaScript that leads to the story's end. */
export function StoryHead({ article }: { readonly article: Article }) {
  const { language, tag, words } = useLocale();
  const { author, publisher, datePublished } = article;
  return (
    <header className={styles.head}>
      <h1 tabIndex={-1} data-long={isLongHeadline(article.headline) ? "" : undefined}>
        {article.headline}
      </h1>
      {article.description === null ? null : <p className={styles.standfirst}>{article.description}</p>}
      <p className={styles.byline} lang={language}>
        {author === null ? null : (
          <span className={styles.author} dir="auto">
            {words.story.by(author)}
          </span>
        )}
        {publisher === null ? null : <span>{publisher}</span>}
        {datePublished === null ? null : (
          <time dateTime={datePublished} dir="auto">
            {formatDay(datePublished, tag)}
          </time>
        )}
        <span dir="auto">{words.front.minutes(minutesToRead(wordCount(article)))}</span>
        <a className={styles.share} href="#share" data-share-story="sheet">
          {words.story.share}
        </a>
      </p>
    </header>
  );
}
