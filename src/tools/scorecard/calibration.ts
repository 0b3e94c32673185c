import { percent } from "./figures.ts";
import type { Sheet } from "./score-article.ts";

/** Of the speakers given with a confidence in this range: how many, and which share was right. */
export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly right: number;
}

/** How often speakers are right by the confidence they are given with; shares are percentages. */
export interface Calibration {
  readonly bins: readonly Bin[];
  /** Of the quotations found: given a speaker with a confidence of 0.9 and more, and how many of those are right. */
  readonly sure: number;
  readonly sureRight: number;
}

const BINS = [0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99];
const SURE = 0.9;

/** Calibration over the quotations found whose speaker is known, somebody whole being right. */
export function calibrationOf(sheets: readonly Sheet[]): Calibration {
  const seen = sheets
    .flatMap(({ judged }) => judged)
    .flatMap(({ given, right }) =>
      given === null || right === null ? [] : [{ confidence: given.confidence, right: right.whole }],
    );
  const rightOf = (list: typeof seen) =>
    list.length === 0 ? 0 : percent(list.filter(({ right }) => right).length / list.length);
  const bins = BINS.map((from, at) => {
    const to = BINS[at + 1] ?? Number.POSITIVE_INFINITY;
    const inside = seen.filter(({ confidence }) => confidence >= from && confidence < to);
    return { from, count: inside.length, right: rightOf(inside) };
  });
  const sure = seen.filter(({ confidence }) => confidence >= SURE);
  return { bins, sure: percent(sure.length / Math.max(1, seen.length)), sureRight: rightOf(sure) };
}
