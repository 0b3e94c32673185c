import type { ScoreMark, ScoreVoice } from "#model/article.ts";

/** A line of the score as it is drawn, in units of its own. */
export const staffWidth = 1000;
export const staffHeight = 12;

/** Narrower than this a mark is not seen on a phone. */
const least = 5;

/** Where one mark of a voice stands on its line. */
export interface Bar {
  readonly mark: ScoreMark;
  readonly start: number;
  readonly end: number;
}

/** A voice's marks on its line, in order; `length` is the story's, in the marks' own units. */
export function barsOf(voice: ScoreVoice, length: number): readonly Bar[] {
  const x = (position: number): number => Math.round((position / Math.max(1, length)) * staffWidth);
  return voice.marks.map((mark) => {
    const start = Math.min(x(mark.start), staffWidth - least);
    return { mark, start, end: Math.max(x(mark.end), start + least) };
  });
}
