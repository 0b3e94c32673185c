import type { Article, Score, ScoreMark } from "./article.ts";

/**
 * Lays a story's blocks end to end and marks where each voice is heard.
 *
 * Voices come in the order of the article's speakers; quotations that nobody
 * could be named for come last, as one voice without a speaker.
 */
export function scoreOf(article: Pick<Article, "blocks" | "speakers" | "quotations">): Score {
  const offsets = new Map<string, number>();
  let length = 0;
  for (const block of article.blocks) {
    offsets.set(block.id, length);
    length += block.text.length;
  }
  const marks = new Map<string | null, ScoreMark[]>();
  for (const quotation of article.quotations) {
    const own = marks.get(quotation.speaker) ?? [];
    marks.set(quotation.speaker, own);
    for (const segment of quotation.segments) {
      const offset = offsets.get(segment.block) ?? 0;
      own.push({ quotation: quotation.id, start: offset + segment.start, end: offset + segment.end });
    }
  }
  const voices = article.speakers
    .filter((speaker) => marks.has(speaker.id))
    .map((speaker) => ({ speaker, marks: marks.get(speaker.id) ?? [] }));
  const unattributed = marks.get(null);
  return {
    length,
    voices: unattributed === undefined ? voices : [...voices, { speaker: null, marks: unattributed }],
  };
}
