import type { Article, Quotation, Speaker } from "#model/article.ts";

/** A story as composed: its quotations' ids are settled when it is compared with what was published. */
export type Draft = Omit<Article, "url" | "revision">;

/** Who speaks a quotation. */
export function speakerOf(article: Pick<Article, "speakers">, quotation: Quotation): Speaker | null {
  return article.speakers.find(({ id }) => id === quotation.speaker) ?? null;
}
