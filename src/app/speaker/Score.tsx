import { type MouseEvent, type ReactNode, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { type Choose, toggled } from "#app/article/use-lens.ts";
import { formatPercent } from "#app/ui/format.ts";
import { useLocale } from "#app/words/words.ts";
import type { Article } from "#model/article.ts";
import { scoreOf } from "#model/score.ts";
import { Staff } from "./Staff.tsx";
import styles from "./score.module.css";
import { type Voice, voicesOf } from "./voices.ts";

/** Up to here every voice is shown at once; the rest wait under a fold. */
const shown = 6;

/**
 * The score: a line a voice, a mark wherever it is heard. It is the story's
 * table of voices, its minimap, and the lens that lets one voice be heard.
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
  const { words } = useLocale();
  const navigate = useNavigate();
  const { search } = useLocation();
  const voices = voicesOf(article);
  const score = useMemo(() => scoreOf(article), [article]);
  if (voices.length === 0) return null;
  const row = (voice: Voice, index: number) => {
    const line = score.voices[index];
    return (
      <Row
        key={voice.id}
        voice={voice}
        pressed={lens.has(voice.id)}
        choose={() => choose(toggled(lens, voice.id))}
      >
        {line === undefined ? null : (
          <Staff voice={line} number={voice.number} length={score.length} linked={true} />
        )}
      </Row>
    );
  };
  const follow = (event: MouseEvent<HTMLElement>): void => {
    const hash = (event.target as Element).closest("svg a")?.getAttribute("href");
    if (hash == null || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate({ search, hash }, { replace: true });
  };
  const folded = voices.slice(shown);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
    // biome-ignore lint/a11y/useKeyWithClickEvents: the marks are for the pointer; keys step through the quotations
    <div
      className={styles.score}
      role="group"
      aria-label={words.voices.label}
      data-lens={lens.size > 0 ? "" : undefined}
      onClick={follow}
    >
      {voices.slice(0, shown).map(row)}
      {folded.length === 0 ? null : (
        <details className={styles.fold}>
          <summary>{words.voices.more(folded.length)}</summary>
          {folded.map((voice, index) => row(voice, index + shown))}
        </details>
      )}
    </div>
  );
}

function Row({
  voice,
  pressed,
  choose,
  children,
}: {
  readonly voice: Voice;
  readonly pressed: boolean;
  readonly choose: () => void;
  readonly children: ReactNode;
}) {
  const { tag, words } = useLocale();
  const count = voice.quotations.length;
  return (
    <div className={styles.row} data-voice={voice.number} data-chosen={pressed ? "" : undefined}>
      <button type="button" className={styles.voice} aria-pressed={pressed} onClick={choose}>
        <span className={styles.name}>{voice.speaker?.name ?? words.voices.unknown}</span>
        <span className={styles.count} title={words.voices.share(formatPercent(voice.share, tag))}>
          <span aria-hidden="true">{count}</span>
          <span className="vh">
            {`, ${words.voices.times(count)}, ${words.voices.share(formatPercent(voice.share, tag))}`}
          </span>
        </span>
      </button>
      {children}
      {voice.speaker?.role ? <span className={styles.role}>{voice.speaker.role}</span> : null}
    </div>
  );
}
