import { voiceOf } from "#app/speaker/voices.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import styles from "./ending.module.css";
import { strongestQuotations } from "./strongest-quotations.ts";

/** The story's strongest words, each a link to where they stand. */
export function StrongestQuotations({ article }: { readonly article: Article }) {
  const words = useReadingWords().ending;
  const strongest = strongestQuotations(article);
  if (strongest.length === 0) return null;
  return (
    <section aria-labelledby="strongest">
      <h2 id="strongest">{words.strongest}</h2>
      <ul className={styles.quotations} lang={article.inLanguage} dir="auto">
        {strongest.map(({ quotation, text }) => {
          const { speaker = null, number = 0 } = voiceOf(article, quotation) ?? {};
          return (
            <li key={quotation.id} data-voice={number}>
              <a href={quotationPath(article.slug, quotation.id)}>{`“${setAlone(text)}”`}</a>
              {speaker === null ? null : (
                <p>
                  <b>{speaker.name}</b>
                  {speaker.role === null ? null : <span>{speaker.role}</span>}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Words without what joined them to the reporter's sentence: “We stay,” said Orla. → We stay */
const setAlone = (text: string): string => text.replaceAll("\n", " ").replace(/[,،，]$/u, "");
