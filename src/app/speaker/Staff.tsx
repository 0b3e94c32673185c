import { memo } from "react";
import type { ScoreVoice } from "#model/article.ts";
import { type Bar, barsOf, staffHeight, staffWidth } from "./bars.ts";
import styles from "./score.module.css";

/** One voice's line of the score, from the story's first word to its last, with a mark wherever it is heard. */
export const Staff = memo(function Staff({
  voice,
  number,
  length,
}: {
  readonly voice: ScoreVoice;
  readonly number: number;
  readonly length: number;
}) {
  return (
    <svg
      className={styles.staff}
      data-voice={number}
      viewBox={`0 0 ${staffWidth} ${staffHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.line} d={`M0 ${staffHeight / 2}H${staffWidth}`} />
      <path className={styles.marks} d={barsOf(voice, length).map(drawn).join("")} />
    </svg>
  );
});

const drawn = ({ start, end }: Bar): string => `M${start} 1H${end}V${staffHeight - 1}H${start}`;
