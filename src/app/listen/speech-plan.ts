import type { Article, Block, Quotation } from "#model/article.ts";
import { sentencesOf } from "#text/sentences.ts";
import { type Span, trimSpan } from "#text/spans.ts";

/** One breath of the reading: a sentence, or the part of one that one voice says. */
export interface Utterance {
  /** What is said; never blank. */
  readonly text: string;
  /** The block it stands in, `headline` or `standfirst`, and where. */
  readonly block: string;
  readonly start: number;
  readonly end: number;
  /** Whose words they are; null when the story itself speaks. */
  readonly quotation: string | null;
  /** The speaker's id; null for the story and for quotations of nobody known. */
  readonly speaker: string | null;
  /** Whether a quotation begins or ends with this breath, for listeners who hear one voice only. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * How a story is read aloud: headline and standfirst, then every block, a
 * breath at a time, each with the voice that says it.
 *
 * Her voice was firm. “We stay,” she said. → the story “Her voice was firm.”,
 * she “We stay,”, the story “she said.”
 */
export function planSpeech(article: Article): readonly Utterance[] {
  const { headline, description, inLanguage } = article;
  const plan = breaths(headline, "headline", 0, headline.length, null, inLanguage);
  if (description !== null)
    plan.push(...breaths(description, "standfirst", 0, description.length, null, inLanguage));
  for (const block of article.blocks) {
    let at = 0;
    for (const { start, end, quotation } of quotedIn(block, article.quotations)) {
      if (start < at) continue;
      plan.push(...breaths(block.text, block.id, at, start, null, inLanguage));
      plan.push(...breaths(block.text, block.id, start, end, quotation, inLanguage));
      at = end;
    }
    plan.push(...breaths(block.text, block.id, at, block.text.length, null, inLanguage));
  }
  return markEdges(plan);
}

/** The breath at which the next quotation begins; null when there is none. */
export function nextQuotation(plan: readonly Utterance[], from: number): number | null {
  const now = plan[from]?.quotation ?? null;
  const found = plan.findIndex(
    ({ quotation, opens }, index) => index > from && quotation !== null && quotation !== now && opens,
  );
  return found === -1 ? null : found;
}

interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly quotation: Quotation;
}

/** A block's quoted stretches in order; the outermost come first where one holds another. */
function quotedIn(block: Block, quotations: readonly Quotation[]): readonly Quoted[] {
  return quotations
    .flatMap((quotation) =>
      quotation.segments
        .filter((segment) => segment.block === block.id)
        .map(({ start, end }) => ({ start, end, quotation })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Something to say: quotation marks and dashes alone are not. */
const audible = /[\p{L}\p{N}]/u;

function breaths(
  text: string,
  block: string,
  from: number,
  to: number,
  quotation: Quotation | null,
  lang: string,
): Utterance[] {
  return sentencesOf(text.slice(from, to), lang)
    .filter(({ start, end }) => audible.test(text.slice(from + start, from + end)))
    .map((sentence) => {
      const { start, end } = trimMarks(text, { start: from + sentence.start, end: from + sentence.end });
      return {
        text: text.slice(start, end),
        block,
        start,
        end,
        quotation: quotation?.id ?? null,
        speaker: quotation?.speaker ?? null,
        opens: false,
        closes: false,
      };
    });
}

const mark = /[“”„«»‹›「」『』"\s]/u;

/** Without the quotation marks at its edges, which some voices would read out. */
function trimMarks(text: string, span: Span): Span {
  let { start, end } = trimSpan(text, span);
  while (start < end && mark.test(text.charAt(start))) start++;
  while (end > start && mark.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function markEdges(plan: readonly Utterance[]): readonly Utterance[] {
  return plan.map((utterance, index) => ({
    ...utterance,
    opens: utterance.quotation !== null && plan[index - 1]?.quotation !== utterance.quotation,
    closes: utterance.quotation !== null && plan[index + 1]?.quotation !== utterance.quotation,
  }));
}
