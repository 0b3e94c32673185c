import { attribute } from "#attribution";
import type { Block, Quotation, Segment, Speaker } from "#model/article.ts";

/** Who is quoted in a story's blocks; quotations get their ids only when it is published. */
export interface Reading {
  readonly inLanguage: string;
  readonly speakers: readonly Speaker[];
  /** In the order of the body, `id` still empty. */
  readonly quotations: readonly Quotation[];
}

const between = "\n\n";

/** Reads who said what, and lays the engine's offsets, which run over the whole text, onto the blocks. */
export function attributeBlocks(blocks: readonly Block[], lang: string | null): Reading {
  const text = blocks.map((block) => block.text).join(between);
  const attribution = attribute(text, lang === null ? {} : { lang });
  const segmentsOf = segmenter(blocks);

  const quotations = attribution.quotes.map((quote): Quotation => {
    const segments = quote.segments.flatMap(segmentsOf);
    return {
      id: "",
      kind: quote.kind,
      statement: quote.statement,
      speaker: quote.speaker === null ? null : `s${quote.speaker + 1}`,
      text: wordsOf(blocks, segments),
      segments,
      cue: quote.cue,
      confidence: quote.confidence,
      attributedBy: "engine",
    };
  });
  const speakers = attribution.speakers.map(
    (speaker, index): Speaker => ({
      id: `s${index + 1}`,
      name: speaker.name,
      role: speaker.role,
      kind: speaker.kind,
      introduced: speaker.introduced === null ? null : (segmentsOf(speaker.introduced)[0] ?? null),
    }),
  );
  return { inLanguage: lang ?? attribution.lang, speakers, quotations };
}

/** The words that segments cover, a line each. */
export function wordsOf(blocks: readonly Block[], segments: readonly Segment[]): string {
  const texts = new Map(blocks.map((block) => [block.id, block.text]));
  return segments.map(({ block, start, end }) => (texts.get(block) ?? "").slice(start, end)).join("\n");
}

/** Turns a span of the joined text into segments, one for each block that it touches. */
function segmenter(blocks: readonly Block[]): (span: { start: number; end: number }) => readonly Segment[] {
  let offset = 0;
  const starts = blocks.map((block) => {
    const start = offset;
    offset += block.text.length + between.length;
    return start;
  });
  return ({ start, end }) => {
    const segments: Segment[] = [];
    for (let at = lastAtOrBefore(starts, start); at < blocks.length; at += 1) {
      const [block, base] = [blocks[at], starts[at]];
      if (block === undefined || base === undefined || base >= end) break;
      const segment = {
        block: block.id,
        start: Math.max(0, start - base),
        end: Math.min(block.text.length, end - base),
      };
      if (segment.start < segment.end) segments.push(segment);
    }
    return segments;
  };
}

function lastAtOrBefore(starts: readonly number[], position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
