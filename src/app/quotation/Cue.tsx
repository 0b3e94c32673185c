import { cuesOf } from "#app/article/cues.ts";
import { useStory } from "#app/article/story-context.ts";
import { unnamedIn } from "#app/speaker/names.ts";
import { voiceOf } from "#app/speaker/voices.ts";
import { useWords } from "#app/words/words.ts";
import type { Quotation } from "#model/article.ts";
import { isDoubtful } from "#model/doubt.ts";
import styles from "./quotation.module.css";

/**
 * The speaker's name in the margin, like the cue in a script: once per run of
 * the same voice, with the role at the first appearance, and a question mark where the engine is not sure. The control at the
 * quotation says the same to those who do not see the margin.
 */
export function Cue({ quotation }: { readonly quotation: Quotation }) {
  const { article } = useStory();
  const words = useWords().voices;
  const cue = cuesOf(article).get(quotation.id);
  if (cue === undefined) return null;
  const voice = voiceOf(article, quotation);
  return (
    <span
      className={styles.cue}
      aria-hidden="true"
      data-cue={quotation.id}
      data-speaker={quotation.speaker ?? ""}
      data-voice={voice?.number ?? 0}
      data-name={voice?.speaker?.name ?? unnamedIn(article.inLanguage, words).name}
      data-doubt={isDoubtful(quotation) ? words.unknownInitials : undefined}
      data-role={cue.withRole ? (voice?.speaker?.role ?? undefined) : undefined}
    />
  );
}
