import { isLongHeadline } from "#app/article/headline.ts";
import { Picture } from "#app/article/Picture.tsx";
import { formatDay, minutesToRead } from "#app/ui/format.ts";
import { SiteLink } from "#app/ui/SiteLink.tsx";
import { useLocale } from "#app/words/words.ts";
import { articlePath } from "#model/addresses.ts";
import type { ArticleSummary } from "#model/article.ts";
import styles from "./front.module.css";
import { MiniScore } from "./MiniScore.tsx";

/** One story of the front: headline, standfirst, date, minutes, its score in miniature. */
export function Teaser({ story, lead }: { readonly story: ArticleSummary; readonly lead: boolean }) {
  const { language, tag, words } = useLocale();
  const { image, headline, description, datePublished } = story;
  return (
    <article className={lead ? styles.lead : styles.teaser}>
      {image === null || image.src === null ? null : (
        <div className={styles.picture}>
          <Picture
            image={image}
            sizes={
              lead
                ? "(min-width: 60rem) 40rem, 100vw"
                : "(min-width: 60rem) 20rem, (min-width: 40rem) 45vw, 100vw"
            }
            eager={lead}
          />
        </div>
      )}
      <div className={styles.words} lang={story.inLanguage} dir="auto">
        <h2 data-long={isLongHeadline(headline) ? "" : undefined}>
          <SiteLink to={articlePath(story.slug)} suppressHydrationWarning={true}>
            {headline}
          </SiteLink>
        </h2>
        {description === null ? null : (
          <p className={styles.standfirst} suppressHydrationWarning={true}>
            {description}
          </p>
        )}
        <MiniScore score={story.score} className={styles.score} />
        <p className={styles.facts} lang={language}>
          {datePublished === null ? null : (
            <time dateTime={datePublished} dir="auto" suppressHydrationWarning={true}>
              {formatDay(datePublished, tag)}
            </time>
          )}
          <span dir="auto" suppressHydrationWarning={true}>
            {words.front.minutes(minutesToRead(story.wordCount))}
          </span>
        </p>
      </div>
    </article>
  );
}
