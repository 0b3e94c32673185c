import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { type Choose, toggled } from "#app/article/use-lens.ts";
import { useLocale } from "#app/words/words.ts";
import { quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import { isAttributed } from "#model/languages.ts";
import { scoreOf } from "#model/score.ts";
import { Staff } from "./Staff.tsx";
import { Strip } from "./Strip.tsx";
import styles from "./score.module.css";
import { VoiceRow } from "./VoiceRow.tsx";
import { type Voice, voicesOf } from "./voices.ts";

/** Up to here every voice is shown at once; the rest wait under a fold. */
const shown = 6;

/**
 * The score: a line a voice, a mark wherever it is heard. It is the story's
 * table of voices, its minimap, and the lens that lets one voice be heard;
 * unfolded, it tells of each who they are and how much of the words is theirs.
 */
export function Score({
  article,
  lens,
  choose,
}: {
  readonly article: Article;
  readonly lens: ReadonlySet<string>;
  readonly choose: Choose;
}) {
  const { language, words } = useLocale();
  const navigate = useNavigate();
  const { search } = useLocation();
  const voices = voicesOf(article);
  const score = useMemo(() => scoreOf(article), [article]);
  const follow = useCallback(
    (quotation: string) =>
      navigate({ pathname: quotationPath(article.slug, quotation), search }, { replace: true }),
    [article.slug, navigate, search],
  );
  if (voices.length === 0) return null;
  const row = (voice: Voice, index: number) => {
    const line = score.voices[index];
    return (
      <VoiceRow
        key={voice.id}
        voice={voice}
        lang={article.inLanguage}
        pressed={lens.has(voice.id)}
        choose={() => choose(toggled(lens, voice.id))}
      >
        {line === undefined ? null : (
          <Staff voice={line} number={voice.number} length={score.length} follow={follow} />
        )}
      </VoiceRow>
    );
  };
  const folded = voices.slice(shown);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form */}
      <div
        className={styles.score}
        role="group"
        aria-label={words.voices.label}
        lang={language}
        data-lens={lens.size > 0 ? "" : undefined}
      >
        {voices.slice(0, shown).map(row)}
        {voices.length === 1 ? null : (
          <details className={styles.fold}>
            <summary suppressHydrationWarning={true}>{words.voices.cast(folded.length)}</summary>
            {folded.map((voice, index) => row(voice, index + shown))}
          </details>
        )}
        {isAttributed(article.inLanguage) ? null : (
          <p className={styles.unattributed} suppressHydrationWarning={true}>
            {words.voices.unattributedHint}
          </p>
        )}
      </div>
      <Strip score={score} voices={voices} lens={lens} />
    </>
  );
}
