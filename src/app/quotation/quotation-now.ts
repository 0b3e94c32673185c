import type { Article, Quotation } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";

/** Where a link to a quotation leads in the story as it stands; null where its words are gone. */
export function quotationNow(article: Article, { quotation, successor }: Permalink): Quotation | null {
  return article.quotations.find(({ id }) => id === (successor ?? quotation.id)) ?? null;
}
