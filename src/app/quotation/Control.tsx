import { useStory } from "#app/article/story-context.ts";
import { spokenNameOf } from "#app/speaker/names.ts";
import { voiceOf } from "#app/speaker/voices.ts";
import { useWords } from "#app/words/words.ts";
import { quotationPath } from "#model/addresses.ts";
import type { Quotation } from "#model/article.ts";
import { isDoubtful } from "#model/doubt.ts";
import styles from "./quotation.module.css";

/**
 * Says whose words these were and opens the note about them, which the story
 * around it sees to. A link to the quotation's own address, so that it serves
 * without JavaScript, and can be copied or opened in a tab; its letters are
 * generated, so that they are neither copied nor found.
 */
export function Control({ quotation }: { readonly quotation: Quotation }) {
  const { article } = useStory();
  const words = useWords().voices;
  const voice = voiceOf(article, quotation);
  return (
    // biome-ignore lint/a11y/useAnchorContent: its name is its label; letters in it would be copied with the story
    <a
      className={styles.control}
      href={quotationPath(article.slug, quotation.id)}
      data-q={quotation.id}
      data-speaker={quotation.speaker ?? ""}
      data-voice={voice?.number ?? 0}
      data-initials={voice?.initials || words.unknownInitials}
      data-doubt={isDoubtful(quotation) ? words.unknownInitials : undefined}
      aria-label={words.control(spokenNameOf(article, quotation, words), voice?.speaker?.role ?? null)}
      aria-haspopup="dialog"
    />
  );
}
