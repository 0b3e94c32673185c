import type { Span } from "#text/spans.ts";
import type { GoldArticle } from "./gold.ts";
import { isKnown, isSameSpeaker, type Rule } from "./same-speaker.ts";

/** What the engine says of one quotation. */
export interface Answer extends Span {
  readonly speaker: string | null;
  readonly confidence: number;
}

type GoldQuote = GoldArticle["quotes"][number];

/** How a quotation of the gold was answered: `given` is null where it was not found, `right` where nobody knows. */
export interface Judged {
  readonly gold: GoldQuote & Span;
  readonly given: Answer | null;
  readonly right: Readonly<Record<Rule, boolean>> | null;
}

/** One article's answers beside its gold, piece by piece. */
export interface Sheet {
  readonly article: GoldArticle;
  readonly judged: readonly Judged[];
  /** Answers where the gold has no quotation, and whether its annotators had seen marks there (“scare” quotes). */
  readonly extra: readonly { readonly given: Answer; readonly marked: boolean }[];
}

export type QuotedKinds = "direct" | "both";

const EDGE = /[\s"“”„«»,.;:!?…—–\-()[\]‘’']/u;

/** A quotation's paragraphs, each without the marks and spaces at its edges: an utterance may be given in one or in several. */
function pieces<T extends Span>(text: string, quote: T): readonly T[] {
  const found: T[] = [];
  const push = (from: number, to: number): void => {
    let [start, end] = [from, to];
    while (start < end && EDGE.test(text.charAt(start))) start++;
    while (end > start && EDGE.test(text.charAt(end - 1))) end--;
    if (end > start) found.push({ ...quote, start, end });
  };
  let start = quote.start;
  for (const { index, 0: gap } of text.slice(quote.start, quote.end).matchAll(/\n\s*\n/g)) {
    push(start, quote.start + index);
    start = quote.start + index + gap.length;
  }
  push(start, quote.end);
  return found;
}

const common = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));

/** Intersection over union. */
function overlap(one: Span, other: Span): number {
  const shared = common(one, other);
  return shared / (one.end - one.start + other.end - other.start - shared);
}

/** Pairs each gold piece with at most one answer, the closest first. */
function match(gold: readonly Span[], given: readonly Span[]): ReadonlyMap<number, number> {
  const close = gold
    .flatMap((one, at) => given.map((other, number) => ({ at, number, share: overlap(one, other) })))
    .filter(({ share }) => share >= 0.8)
    .sort((a, b) => b.share - a.share);
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, number } of close) {
    if (matched.has(at) || taken.has(number)) continue;
    matched.set(at, number);
    taken.add(number);
  }
  return matched;
}

function judge(gold: GoldQuote & Span, given: Answer | null): Judged {
  const { speaker } = gold;
  const right = (rule: Rule) => isKnown(speaker) && isSameSpeaker(speaker, given?.speaker ?? null, rule);
  const known = given !== null && isKnown(speaker);
  return { gold, given, right: known ? { half: right("half"), whole: right("whole") } : null };
}

/**
 * Holds an article's answers against its gold. With `direct`, answers that lie in a quotation of another kind are
 * left out, neither right nor wrong.
 */
export function scoreArticle(article: GoldArticle, answers: readonly Answer[], kinds: QuotedKinds): Sheet {
  const { text, quotes, unattributed = [] } = article;
  const counts = (kind: string) => kind === "direct" || (kind === "mixed" && kinds === "both");
  const cut = <T extends Span>(spans: readonly T[]) => spans.flatMap((span) => pieces(text, span));
  const gold = cut(quotes.filter(({ kind }) => counts(kind)));
  const others = cut(quotes.filter(({ kind }) => !counts(kind) && kind !== "indirect"));
  const none = cut(unattributed);
  const given = [...new Map(cut(answers).map((one) => [`${one.start}:${one.end}`, one])).values()];
  const matched = match(gold, given);
  const used = new Set(matched.values());
  const inside = (spans: readonly Span[], one: Span) =>
    spans.some((span) => common(span, one) >= 0.5 * (one.end - one.start));
  return {
    article,
    judged: gold.map((one, at) => judge(one, given[matched.get(at) ?? -1] ?? null)),
    extra: given
      .filter((one, number) => !used.has(number) && !inside(others, one))
      .map((one) => ({ given: one, marked: inside(none, one) })),
  };
}
