import { type MouseEvent, memo } from "react";
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
 * @param follow goes to the quotation of the mark that lies nearest to where the line was pressed; a finger
 *   need not hit the mark itself. Without JavaScript each mark is a link.
 */
export const Staff = memo(function Staff({
  voice,
  number,
  length,
  follow,
}: {
  readonly voice: ScoreVoice;
  readonly number: number;
  readonly length: number;
  readonly follow?: (quotation: string) => void;
}) {
  const bars = barsOf(voice, length);
  const press = (event: MouseEvent<SVGSVGElement>): void => {
    const quotation = nearest(bars, event);
    if (quotation !== null) follow?.(quotation);
  };
  return (
    <>
      <svg
        className={styles.staff}
        data-voice={number}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
        onClick={follow === undefined ? undefined : press}
      >
        <path className={styles.line} d={`M0 ${height / 2}H${width}`} />
        <path
          className={styles.marks}
          d={bars.map(({ start, end }) => `M${start} 1H${end}V${height - 1}H${start}`).join("")}
        />
      </svg>
      {follow === undefined ? null : (
        <noscript>
          <svg
            className={styles.links}
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            {bars.map(({ mark, start, end }) => (
              <a key={start} href={`#${quotationElementId(mark.quotation)}`} tabIndex={-1}>
                <rect x={start} width={end - start} height={height} />
              </a>
            ))}
          </svg>
        </noscript>
      )}
    </>
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

/** The quotation whose mark lies nearest to a press; the line may be mirrored. */
function nearest(bars: readonly Bar[], { currentTarget, clientX }: MouseEvent<SVGSVGElement>): string | null {
  const box = currentTarget.getBoundingClientRect();
  const share = (clientX - box.left) / box.width;
  const at = width * (getComputedStyle(currentTarget).direction === "rtl" ? 1 - share : share);
  const distance = ({ start, end }: Bar): number => Math.max(start - at, at - end, 0);
  const [bar] = bars.toSorted((one, other) => distance(one) - distance(other));
  return bar?.mark.quotation ?? null;
}
