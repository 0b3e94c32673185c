import { useQuery } from "@tanstack/react-query";
import { Difference } from "#app/quotation/Difference.tsx";
import { formatDay } from "#app/ui/format.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import { quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { QuotationChange, RevisionChange } from "#model/revision.ts";
import styles from "./changes.module.css";
import { changesQuery } from "./changes-query.ts";

/** What later revisions did to the story's quotations: corrections are history that a reader can see. */
export function Changes({ article }: { readonly article: Article }) {
  const { tag } = useLocale();
  const reading = useReadingWords();
  const changes =
    useQuery(changesQuery(article.slug)).data?.filter(({ quotations }) => quotations.length > 0) ?? [];
  if (changes.length === 0) return null;
  return (
    <section className={styles.changes} aria-labelledby="changes">
      <h2 id="changes">{reading.changes.heading}</h2>
      <ol>
        {changes.map((change: RevisionChange) => (
          <li key={change.revision}>
            <time dateTime={change.date}>{formatDay(change.date, tag)}</time>
            <ul>
              {change.quotations.map((quotation) => (
                <ChangeView key={`${quotation.state}${quotation.id}`} article={article} change={quotation} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChangeView({
  article: { slug, inLanguage: lang },
  change,
}: {
  readonly article: Article;
  readonly change: QuotationChange;
}) {
  const reading = useReadingWords();
  const { state, speaker, speakerBefore, text, diff } = change;
  return (
    <li>
      <span className={styles.kind}>{reading.changes[state]}</span>
      {speaker === null ? null : (
        <span className={styles.who}>
          {speakerBefore === null ? (
            speaker
          ) : (
            <>
              <del>{speakerBefore}</del> <ins>{speaker}</ins>
            </>
          )}
        </span>
      )}
      {diff === null ? (
        <p lang={lang} dir="auto">
          <a href={quotationPath(slug, change.id)}>“{text}”</a>
        </p>
      ) : (
        <Difference lang={lang} parts={diff} />
      )}
    </li>
  );
}
