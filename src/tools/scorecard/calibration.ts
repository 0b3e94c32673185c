import type { GoldArticle } from "#tools/scorecard/gold.ts";
import type { Row } from "./measure.ts";

/** Of the speakers given with a confidence in this range: how many, and which share was right. */
export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly right: number;
}

const BINS = [0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99];
const last = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[\s-]+/)
    .at(-1) ?? "";

/** Whether a given name is one of those the gold accepts: the last words agree, or one contains the other. */
function agrees(name: string, wanted: readonly string[]): boolean {
  return wanted.some(
    (want) =>
      last(want) === last(name) ||
      want.toLowerCase().includes(name.toLowerCase()) ||
      name.toLowerCase().includes(want.toLowerCase()),
  );
}

/** How often speakers are right, by the confidence they were given with; direct quotations whose speaker is known. */
export function calibrate(
  articles: readonly GoldArticle[],
  rows: readonly Row[],
): { bins: readonly Bin[]; sure: number; sureRight: number } {
  const answers = new Map(rows.map((row) => [row.id, row.quotes]));
  const seen: { confidence: number; right: boolean }[] = [];
  for (const { id, quotes } of articles)
    for (const { start, end, kind, speaker } of quotes) {
      if (kind !== "direct" || !speaker?.text || speaker.by === "unknown") continue;
      const found = answers
        .get(id)
        ?.find(
          (quote) =>
            Math.min(end, quote.end) - Math.max(start, quote.start) >=
            0.8 * (Math.max(end, quote.end) - Math.min(start, quote.start)),
        );
      if (found === undefined) continue;
      const resolved = typeof speaker.resolved === "string" ? [speaker.resolved] : (speaker.resolved ?? []);
      if (speaker.kind === "pronoun" && resolved.length === 0) continue;
      seen.push({
        confidence: found.confidence,
        right: found.speaker !== null && agrees(found.speaker.name, [...resolved, speaker.text]),
      });
    }
  const share = (list: typeof seen) =>
    list.length === 0 ? 0 : Math.round((1000 * list.filter(({ right }) => right).length) / list.length) / 10;
  const bins = BINS.map((from, at) => {
    const inside = seen.filter(({ confidence }) => confidence >= from && confidence < (BINS[at + 1] ?? 2));
    return { from, count: inside.length, right: share(inside) };
  });
  const sure = seen.filter(({ confidence }) => confidence >= 0.9);
  return {
    bins,
    sure: Math.round((1000 * sure.length) / Math.max(1, seen.length)) / 10,
    sureRight: share(sure),
  };
}
