import type { Block, Inline, Quotation } from "#model/article.ts";

/** A block's text as a tree: what is drawn inside what. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "inline"; readonly inline: Inline; readonly pieces: readonly Piece[] }
  | {
      readonly kind: "words";
      readonly quotation: Quotation;
      /** Whether this is the quotation's first segment, or the first piece of it. */
      readonly first: boolean;
      readonly last: boolean;
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: "cue" | "control"; readonly quotation: Quotation };

type Leaf = Extract<Piece, { kind: "cue" | "control" }>;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly draw: (pieces: readonly Piece[]) => Piece;
}

const openingMarks = /[“‘"'«„‹「『]\s*$/u;
const closingMarks = /^\s?[”’"'»“‹›」』]+/u;

/**
 * Arranges a block's quotations and inlines into one tree.
 *
 * A quotation is always drawn whole: an emphasis or a link that crosses its
 * edge is split there, so that its words can be highlighted, linked to and
 * selected as one. Its cue stands before its opening mark, its control after
 * its closing mark, or where its first paragraph ends: “*words*” said a → cue “[words]” control said a.
 */
export function arrange(block: Block, quotations: readonly Quotation[]): readonly Piece[] {
  const words: Span[] = [];
  const leaves: { at: number; leaf: Leaf }[] = [];
  for (const quotation of quotations) {
    quotation.segments.forEach((segment, index) => {
      if (segment.block !== block.id) return;
      const first = index === 0;
      const last = index === quotation.segments.length - 1;
      const { start, end } = segment;
      words.push({ start, end, draw: (pieces) => ({ kind: "words", quotation, first, last, pieces }) });
      if (first) leaves.push({ at: beforeMark(block.text, start), leaf: { kind: "cue", quotation } });
      if (first) leaves.push({ at: afterMark(block.text, end), leaf: { kind: "control", quotation } });
    });
  }
  const edges = [...words.flatMap(({ start, end }) => [start, end]), ...leaves.map(({ at }) => at)];
  const inlines = block.inlines.flatMap((inline) => splitInline(inline, words, edges, leaves));
  const spans = [...words, ...inlines].sort((a, b) => a.start - b.start || b.end - a.end);
  leaves.sort((a, b) => a.at - b.at);
  return nest(block.text, 0, block.text.length, spans, leaves);
}

function beforeMark(text: string, start: number): number {
  return start - (openingMarks.exec(text.slice(0, start))?.[0].length ?? 0);
}

function afterMark(text: string, end: number): number {
  return end + (closingMarks.exec(text.slice(end))?.[0].length ?? 0);
}

/** An inline stays whole around whole quotations; it is split where it crosses one's edge or would hold a control. */
function splitInline(
  inline: Inline,
  words: readonly Span[],
  edges: readonly number[],
  leaves: readonly { at: number }[],
): Span[] {
  const crossed = words.some(
    ({ start, end }) =>
      (start < inline.start && inline.start < end && end < inline.end) ||
      (inline.start < start && start < inline.end && inline.end < end) ||
      (inline.start <= start && end <= inline.end),
  );
  const inside = (at: number) => inline.start < at && at < inline.end;
  const cuts =
    crossed || leaves.some(({ at }) => inside(at))
      ? [...new Set(edges.filter(inside))].sort((a, b) => a - b)
      : [];
  const bounds = [inline.start, ...cuts, inline.end];
  return bounds.slice(1).map((end, index) => ({
    start: bounds[index] ?? inline.start,
    end,
    draw: (pieces) => ({ kind: "inline", inline, pieces }),
  }));
}

function nest(
  text: string,
  from: number,
  to: number,
  spans: readonly Span[],
  leaves: { at: number; leaf: Leaf }[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const write = (until: number): void => {
    while (leaves[0] !== undefined && leaves[0].at <= until) {
      const [next] = leaves.splice(0, 1);
      if (next === undefined) break;
      if (next.at > at) pieces.push({ kind: "text", text: text.slice(at, next.at) });
      at = Math.max(at, next.at);
      pieces.push(next.leaf);
    }
    if (until > at) pieces.push({ kind: "text", text: text.slice(at, until) });
    at = Math.max(at, until);
  };
  let rest = spans;
  while (rest[0] !== undefined) {
    const [outer] = rest;
    const end = Math.min(outer.end, to);
    const inner = rest.slice(1).filter((span) => span.start < end);
    rest = rest.slice(1).filter((span) => span.start >= end);
    if (outer.start < at || end <= outer.start) continue;
    write(outer.start);
    pieces.push(
      outer.draw(
        nest(
          text,
          outer.start,
          end,
          inner.filter((s) => s.end <= end),
          postponeLeaves(leaves, outer.start, end),
        ),
      ),
    );
    at = end;
  }
  write(to);
  return pieces;
}

/** Cues and controls never stand inside a quotation or a link: those of nested quotations wait until after it. */
function postponeLeaves(leaves: { at: number; leaf: Leaf }[], start: number, end: number): [] {
  for (const leaf of leaves) if (leaf.at > start && leaf.at < end) leaf.at = end;
  leaves.sort((a, b) => a.at - b.at);
  return [];
}
