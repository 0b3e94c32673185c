import { unnamedIn } from "#app/speaker/names.ts";
import type { Voice } from "#app/speaker/voices.ts";
import { AtFoot } from "#app/ui/AtFoot.tsx";
import { Icon } from "#app/ui/Icon.tsx";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useWords } from "#app/words/words.ts";
import type { Quotation } from "#model/article.ts";
import styles from "./tools.module.css";

/** Steps from quotation to quotation, within the thumb's reach and never over the words it points to. */
export function StepBar({
  lang,
  heard,
  current,
  voice,
  chosen,
  step,
  close,
}: {
  /** The story's, BCP 47. */
  readonly lang: string;
  readonly heard: readonly Quotation[];
  readonly current: Quotation | null;
  readonly voice: Voice | null;
  /** The voices of the lens; empty when everyone is heard. */
  readonly chosen: readonly Voice[];
  readonly step: (direction: 1 | -1) => void;
  readonly close: () => void;
}) {
  const words = useWords();
  const reading = useReadingWords();
  const at = current === null ? -1 : heard.indexOf(current);
  const shown = (at < 0 ? null : voice) ?? chosen[0] ?? null;
  return (
    <AtFoot>
      <section className={styles.bar} aria-label={reading.quotation.lens}>
        <button
          type="button"
          aria-label={reading.quotation.previous}
          data-end={at === 0 ? "" : undefined}
          onClick={() => step(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          aria-label={reading.quotation.next}
          data-end={at === heard.length - 1 ? "" : undefined}
          onClick={() => step(1)}
        >
          <Icon name="down" />
        </button>
        <p data-voice={shown?.number ?? 0}>
          <span>{shown === null ? null : (shown.speaker?.name ?? unnamedIn(lang, words.voices).name)}</span>
          <small>
            {at < 0 ? words.voices.times(heard.length) : reading.quotation.position(at + 1, heard.length)}
          </small>
          <small className={styles.byKeys}>{reading.shortcuts.atBar}</small>
        </p>
        <button type="button" className={styles.quiet} onClick={close}>
          {chosen.length > 0 ? reading.quotation.everyone : reading.quotation.close}
        </button>
      </section>
    </AtFoot>
  );
}
