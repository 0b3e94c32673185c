import { memo } from "react";
import { quotationElementId } from "#model/addresses.ts";
import type { ScoreMark, ScoreVoice } from "#model/article.ts";
import styles from "./score.module.css";

/** A line of the score as it is drawn, in units of its own. */
const width = 1000;
const height = 12;

/** Narrower than this a mark is not seen on a phone. */
const narrowest = 5;

/** Where one mark of a voice stands on its line. */
interface Bar {
  readonly mark: ScoreMark;
  readonly start: number;
  readonly end: number;
}

/**
 * One voice's line of the score, from the story's first word to its last, with a
 * mark wherever it is heard. Assistive technology steps from quotation to
 * quotation instead.
 *
 * @param length the story's, in the marks' own units
 * @param linked whether the marks lead to their quotations
 */
export const Staff = memo(function Staff({
  voice,
  number,
  length,
  linked = false,
}: {
  readonly voice: ScoreVoice;
  readonly number: number;
  readonly length: number;
  readonly linked?: boolean;
}) {
  const bars = barsOf(voice, length);
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
      <path
        className={styles.marks}
        d={bars.map(({ start, end }) => `M${start} 1H${end}V${height - 1}H${start}`).join("")}
      />
      {linked
        ? bars.map(({ mark, start, end }, index) => (
            <a
              key={`${mark.quotation} ${start}`}
              href={`#${quotationElementId(mark.quotation)}`}
              tabIndex={-1}
            >
              <rect
                {...nearest(bars[index - 1]?.end ?? -start, start, end, bars[index + 1]?.start)}
                height={height}
              />
            </a>
          ))
        : null}
    </svg>
  );
});

/** A voice's marks on its line, in order. */
function barsOf(voice: ScoreVoice, length: number): readonly Bar[] {
  const x = (position: number): number => Math.round((position / Math.max(1, length)) * width);
  return voice.marks.map((mark) => {
    const start = Math.min(x(mark.start), width - narrowest);
    return { mark, start, end: Math.max(x(mark.end), start + narrowest) };
  });
}

/** The part of the line that is nearer to a mark than to the ones before and after it: a finger need not hit the mark. */
function nearest(
  before: number,
  start: number,
  end: number,
  after: number = 2 * width - end,
): { readonly x: number; readonly width: number } {
  const from = Math.round((before + start) / 2);
  return { x: from, width: Math.round((after + end) / 2) - from };
}
