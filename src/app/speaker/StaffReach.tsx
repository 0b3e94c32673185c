import { memo } from "react";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { quotationElementId } from "#model/addresses.ts";
import type { ScoreVoice } from "#model/article.ts";
import { type Bar, barsOf, staffHeight, staffWidth } from "./bars.ts";
import styles from "./score.module.css";

/**
 * What leads from a voice's line to its quotations: each mark, and the stretch
 * around it that lies nearest, because a finger need not hit the mark itself.
 * Nothing of it is to be seen, so the first frame does without: the browser
 * reads it at once only where no script will put it in. Assistive technology
 * steps from quotation to quotation instead.
 */
export const StaffReach = memo(function StaffReach({
  voice,
  length,
}: {
  readonly voice: ScoreVoice;
  readonly length: number;
}) {
  const hydrated = useHydrated();
  const links = (
    <svg
      className={styles.reach}
      viewBox={`0 0 ${staffWidth} ${staffHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {barsOf(voice, length).map(({ mark, start }, index, bars) => (
        <a key={start} href={`#${quotationElementId(mark.quotation)}`} tabIndex={-1}>
          <rect {...stretch(bars, index)} height={staffHeight} />
        </a>
      ))}
    </svg>
  );
  return hydrated ? links : <noscript>{links}</noscript>;
});

/** The stretch of the line that is nearer to a mark than to any other. */
function stretch(bars: readonly Bar[], index: number): { readonly x: number; readonly width: number } {
  const { start, end } = bars[index] ?? { start: 0, end: 0 };
  const from = Math.round(((bars[index - 1]?.end ?? -start) + start) / 2);
  const until = Math.round(((bars[index + 1]?.start ?? 2 * staffWidth - end) + end) / 2);
  return { x: from, width: until - from };
}
