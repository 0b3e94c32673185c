import { secondsUpTo } from "./speaking-time.ts";

/** Where a voice may pause, the best places first: between clauses, between parts of them, between words. */
const pauses: readonly RegExp[] = [
  /[;:؛]["'”’»)]*(?=\s)|[；：]|\s[–—-](?=\s)|—/gu,
  /[,،]["'”’»)]*(?=\s)|[，、]|[)\]](?=\s)/gu,
  /(?=\s)/gu,
];

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Something to say: marks alone are not. */
const audible = /[\p{L}\p{N}]/u;

/**
 * A sentence as a voice can say it in one go: whole, or where it would take
 * longer, cut at clauses, then at commas, then between words, and a word that
 * is longer still between its letters. Said one after the other the pieces are
 * the sentence.
 *
 * We waited at the gate, and nobody came; so we went home. → “We waited at the
 * gate, and nobody came;” and “so we went home.”
 *
 * @param longest in seconds; Chromium's network voices fall silent after about 15
 * @param rate 1 is the voice's own pace
 */
export function clausesOf(text: string, longest: number, rate: number): readonly string[] {
  const seconds = secondsUpTo(text, rate);
  const pieces: string[] = [];
  let start = 0;
  while (takes(seconds, start, text.length) > longest) {
    const cut = bestCut(text, seconds, start, longest);
    pieces.push(text.slice(start, cut).trim());
    start = cut;
  }
  return [...pieces, text.slice(start).trim()].filter((piece) => piece !== "");
}

const takes = (seconds: readonly number[], from: number, to: number): number =>
  (seconds[to] ?? 0) - (seconds[from] ?? 0);

/** Where to cut what begins at `start` and takes too long. */
function bestCut(text: string, seconds: readonly number[], start: number, longest: number): number {
  let reach = start;
  while (takes(seconds, start, reach + 1) <= longest) reach++;
  const within = text.slice(start, reach);
  const rest = takes(seconds, start, text.length);
  /** Neither a breathless beginning nor a breathless end. */
  const shorterPart = (cut: number): number => {
    const head = takes(seconds, start, cut);
    return Math.min(head, rest - head);
  };
  for (const [rank, pause] of pauses.entries()) {
    const cuts = [...within.matchAll(pause)]
      .map(({ index, 0: mark }) => start + index + mark.length)
      .filter((cut) => audible.test(text.slice(start, cut)) && audible.test(text.slice(cut)))
      .filter((cut) => rank === pauses.length - 1 || shorterPart(cut) >= longest / 6);
    if (cuts.length > 0)
      return cuts.reduce((best, cut) => (shorterPart(cut) >= shorterPart(best) ? cut : best));
  }
  return start + lastWhole(within);
}

/** How much of a run without a pause fits, so that no letter is parted from its accents; at least one. */
function lastWhole(within: string): number {
  const all = [...graphemes.segment(within)];
  return (all.length > 1 ? all.at(-1)?.index : undefined) ?? Math.max(1, within.length);
}
