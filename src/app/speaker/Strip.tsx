import type { Score } from "#model/article.ts";
import styles from "./strip.module.css";
import type { Voice } from "./voices.ts";

/**
 * The score as one hairline at the top of the view, once the score itself has
 * been scrolled past: where the reader is, and who is still to be heard. The
 * browser moves it by itself as the page scrolls; where it cannot, there is
 * none. A picture, which neither pointer nor assistive technology meets.
 */
export function Strip({
  score,
  voices,
  lens,
}: {
  readonly score: Score;
  readonly voices: readonly Voice[];
  readonly lens: ReadonlySet<string>;
}) {
  return (
    <div className={styles.strip} aria-hidden="true">
      <svg viewBox={`0 0 ${score.length} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {score.voices.map(({ marks }, index) => {
          const { id, number } = voices[index] ?? { id: "", number: 0 };
          return lens.size > 0 && !lens.has(id) ? null : (
            <path
              key={id}
              data-voice={number}
              d={marks.map(({ start, end }) => `M${start} 0H${end}V1H${start}`).join("")}
            />
          );
        })}
      </svg>
    </div>
  );
}
