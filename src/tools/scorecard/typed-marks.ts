import type { GoldArticle } from "./gold.ts";

type GoldQuote = GoldArticle["quotes"][number];

/** ''…'', as some newspapers type their quotation marks. */
const TYPED = /(?<![^\s(—–-])''(?=\S)(.+?)'''?(?![\p{L}\p{N}'])/gu;

/**
 * An article whose quotations stand in marks that the corpus did not take for any, two apostrophes each: what the
 * annotators took for indirect speech is direct where the marks hold it whole, mixed where they hold a part of it.
 */
export function withTypedMarks(article: GoldArticle): GoldArticle {
  const typed = [...article.text.matchAll(TYPED)].map(({ index, 0: whole, 1: words = "" }) => ({
    start: index + 2,
    end: index + 2 + words.length,
    outer: index + whole.length,
  }));
  if (typed.length < 2) return article;
  const added: GoldQuote[] = [];
  const unattributed = [...(article.unattributed ?? [])];
  for (const { start, end, outer } of typed) {
    const inside = ({ start: from, end: to }: GoldQuote) => Math.min(outer, to) - Math.max(start - 2, from);
    const known = article.quotes
      .filter((quote) => inside(quote) >= 0.5 * (end - start))
      .toSorted((a, b) => inside(b) / (b.end - b.start) - inside(a) / (a.end - a.start))[0];
    if (known === undefined) unattributed.push({ start, end });
    else if (known.kind === "indirect") {
      const whole = inside(known) >= 0.8 * (known.end - known.start);
      added.push({ ...known, start, end, kind: whole ? "direct" : "mixed" });
    }
  }
  const replaced = (quote: GoldQuote) =>
    quote.kind === "indirect" && added.some(({ start, end }) => start < quote.end && end > quote.start);
  return {
    ...article,
    quotes: [...article.quotes.filter((quote) => !replaced(quote)), ...added].sort(
      (a, b) => a.start - b.start,
    ),
    unattributed,
  };
}
