import { memo } from "react";
import { quotationElementId } from "#model/addresses.ts";
import type { ScoreMark, ScoreVoice } from "#model/article.ts";
import styles from "./score.module.css";

const width = 1000;
const height = 12;
/** Narrower than this a mark is not seen on a phone. */
const least = 5;

/**
 * One voice's line of the score, from the story's first word to its last. With
 * `linked`, each mark leads to its quotation, and so does the stretch around
 * it that lies nearest: a finger need not hit the mark itself. It is a picture
 * to assistive technology, which steps from quotation to quotation instead.
 */
export const Staff = memo(function Staff({
  voice,
  number,
  length,
  linked,
}: {
  readonly voice: ScoreVoice;
  readonly number: number;
  readonly length: number;
  readonly linked: boolean;
}) {
  const x = (position: number): number => Math.round((position / Math.max(1, length)) * width);
  const bars = voice.marks.map((mark) => barOf(mark, x));
  return (
    <svg
      className={styles.staff}
      data-voice={number}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.line} d={`M0 ${height / 2}H${width}`} />
      <path className={styles.marks} d={bars.map(drawn).join("")} />
      {linked && (
        <g>
          {bars.map(({ mark, start }, index) => (
            <a key={start} href={`#${quotationElementId(mark.quotation)}`} tabIndex={-1}>
              <rect {...reach(bars, index)} height={height} />
            </a>
          ))}
        </g>
      )}
    </svg>
  );
});

interface Bar {
  readonly mark: ScoreMark;
  readonly start: number;
  readonly end: number;
}

function barOf(mark: ScoreMark, x: (position: number) => number): Bar {
  const start = Math.min(x(mark.start), width - least);
  return { mark, start, end: Math.max(x(mark.end), start + least) };
}

const drawn = ({ start, end }: Bar): string => `M${start} 1H${end}V${height - 1}H${start}`;

/** The stretch of the line that is nearer to a mark than to any other. */
function reach(bars: readonly Bar[], index: number): { readonly x: number; readonly width: number } {
  const { start, end } = bars[index] ?? { start: 0, end: 0 };
  const from = Math.round(((bars[index - 1]?.end ?? -start) + start) / 2);
  const until = Math.round(((bars[index + 1]?.start ?? 2 * width - end) + end) / 2);
  return { x: from, width: until - from };
}
