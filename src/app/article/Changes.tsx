import { Difference } from "#app/quotation/Difference.tsx";
import { formatDay } from "#app/ui/format.ts";
import { useLocale } from "#app/words/words.ts";
import { quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { QuotationChange, RevisionChange } from "#model/revision.ts";
import styles from "./changes.module.css";

/** What later revisions did to the story's quotations: corrections are history that a reader can see. */
export function Changes({
  article,
  changes,
}: {
  readonly article: Article;
  readonly changes: readonly RevisionChange[];
}) {
  const { tag, words } = useLocale();
  const told = changes.filter(({ quotations }) => quotations.length > 0);
  if (told.length === 0) return null;
  return (
    <section className={styles.changes} aria-labelledby="changes">
      <h2 id="changes">{words.changes.heading}</h2>
      <ol>
        {told.map((change) => (
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
  const { words } = useLocale();
  const { state, speaker, speakerBefore, text, diff } = change;
  return (
    <li>
      <span className={styles.kind}>{words.changes[state]}</span>
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
