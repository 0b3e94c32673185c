import { formatDay } from "#app/ui/format.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import { articlePath } from "#model/addresses.ts";
import type { SameNames } from "#model/further-reading.ts";
import styles from "./ending.module.css";

/** Other stories that quote people of the same names: who they are, each story says for itself. */
export function OtherStories({ stories }: { readonly stories: readonly SameNames[] }) {
  const { language, tag } = useLocale();
  const { sameNames } = useReadingWords().ending;
  if (stories.length === 0) return null;
  return (
    <section aria-labelledby="same-names">
      <h2 id="same-names">{sameNames}</h2>
      <ul className={styles.others}>
        {stories.map(({ article: { slug, headline, inLanguage, datePublished }, speakers }) => (
          <li key={slug} lang={inLanguage} dir="auto">
            <a href={articlePath(slug)}>{headline}</a>
            <p className={styles.facts}>
              {speakers.map(({ name, role }) => (
                <span key={name} dir="auto">
                  {role === null ? name : `${name}, ${role}`}
                </span>
              ))}
              {datePublished === null ? null : (
                <time dateTime={datePublished} lang={language} dir="auto">
                  {formatDay(datePublished, tag)}
                </time>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
