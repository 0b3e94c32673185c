import { Icon } from "#app/ui/Icon.tsx";
import { useReadingWords } from "#app/words/reading-words.ts";
import type { Quotation } from "#model/article.ts";
import styles from "./tools.module.css";

/** Where a quotation stands among others, and the ways to the one before and the one after; nothing where it stands alone. */
export function Steps({
  label,
  among,
  at,
  go,
}: {
  /** Whose quotations they are. */
  readonly label: string;
  readonly among: readonly Quotation[];
  readonly at: Quotation;
  readonly go: (among: readonly Quotation[], index: number) => void;
}) {
  const { quotation: words } = useReadingWords();
  const index = among.indexOf(at);
  const { length } = among;
  if (length < 2 || index < 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
    <div role="group" aria-label={label} className={styles.step}>
      <button
        type="button"
        aria-label={words.previous}
        data-end={index === 0 ? "" : undefined}
        onClick={() => go(among, index - 1)}
      >
        <Icon name="up" />
      </button>
      <p>
        <span>{label}</span>
        <small>{words.position(index + 1, length)}</small>
      </p>
      <button
        type="button"
        aria-label={words.next}
        data-end={index === length - 1 ? "" : undefined}
        onClick={() => go(among, index + 1)}
      >
        <Icon name="down" />
      </button>
    </div>
  );
}
