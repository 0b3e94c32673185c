import type { Article } from "#model/article.ts";
import { statementOf } from "#text/statement.ts";

/** The quotations that make one statement with a quotation, itself among them, by their ids; none where the story has it not. */
export function statementIds(article: Article, quotation: string | null): readonly string[] {
  const one = article.quotations.find(({ id }) => id === quotation);
  return one === undefined ? [] : statementOf(article, one).quotations.map(({ id }) => id);
}
