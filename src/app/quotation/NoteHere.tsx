import { useStory } from "#app/article/story-context.ts";
import { formatDay } from "#app/ui/format.ts";
import { useLocale } from "#app/words/words.ts";
import type { Quotation } from "#model/article.ts";
import { firstSpeaker, lastChange } from "#model/permalink.ts";
import { Difference } from "./Difference.tsx";
import styles from "./permalink.module.css";

/**
 * After the block where a link arrives: what became of its words in short, for
 * those who are brought past the note at the story's top. Nothing after all
 * other blocks.
 *
 * @param quotations those that end in the block
 */
export function NoteHere({ quotations }: { readonly quotations: readonly Quotation[] }) {
  const { article, permalink } = useStory();
  const { language, dir, tag, words } = useLocale();
  if (permalink === null) return null;
  const { state, diff, speaker, quotation, successor } = permalink;
  if (state !== "edited" && state !== "reattributed") return null;
  if (!quotations.some(({ id }) => id === (successor ?? quotation.id))) return null;
  const date = formatDay(lastChange(permalink)?.date ?? article.dateModified, tag);
  const then = firstSpeaker(permalink)?.name ?? words.voices.unknown;
  return (
    <aside className={styles.note} lang={language} dir={dir}>
      <p>
        {state === "edited"
          ? words.permalink.edited(date)
          : words.permalink.reattributed(then, speaker?.name ?? words.voices.unknown, date)}
      </p>
      {diff === null ? null : <Difference lang={article.inLanguage} parts={diff} />}
    </aside>
  );
}
