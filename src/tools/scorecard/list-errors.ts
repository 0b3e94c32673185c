import type { Judged, Sheet } from "./score-article.ts";

const AROUND = 80;

/** A passage with what stands around it, on one line. */
function excerpt(text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  const short = words.length > AROUND ? `${words.slice(0, AROUND)}…` : words;
  const around = `${text.slice(Math.max(0, start - AROUND), start)}[[${short}]]${text.slice(end, end + AROUND)}`;
  return around.replace(/\s*\n\s*/g, " / ");
}

/**
 * What a reader of the errors reads: quotations missed, passages taken for one, wrong speakers, and those whose
 * speaker the annotators do not know; at most `count` of each.
 */
export function listErrors(sheets: readonly Sheet[], count: number): readonly string[] {
  const lists: Record<"missed" | "extra" | "speaker" | "unknown", string[]> = {
    missed: [],
    extra: [],
    speaker: [],
    unknown: [],
  };
  for (const { article, judged, extra } of sheets) {
    const at = (start: number, end: number) =>
      `${article.id.slice(-30)} | ${excerpt(article.text, start, end)}`;
    for (const one of judged) {
      const line = `${at(one.gold.start, one.gold.end)} | ${speakersOf(one)}`;
      if (one.given === null) lists.missed.push(line);
      else if (one.right === null) lists.unknown.push(line);
      else if (!one.right.whole) lists.speaker.push(line);
    }
    for (const { given } of extra) lists.extra.push(at(given.start, given.end));
  }
  return Object.entries(lists).flatMap(([name, list]) => [
    `\n== ${name}: ${list.length}`,
    ...list.slice(0, count),
  ]);
}

function speakersOf({ gold: { speaker }, given }: Judged): string {
  return `gold ${speaker?.text ?? "–"} (${[speaker?.resolved ?? []].flat().join(", ")}), given ${given?.speaker ?? "–"}`;
}
