import type { Article, Quotation, Speaker } from "#model/article.ts";
import { wordingId, wordingOf } from "#text/wording.ts";

/** A story as composed: its quotations' ids are assigned when it is compared with what was published. */
export type Draft = Omit<Article, "url" | "revision">;

/** A quotation where it stands in a revision. */
export interface Occurrence {
  readonly quotation: Quotation;
  readonly speaker: Speaker | null;
  readonly wording: string;
  /** Its number in reading order, from 0. */
  readonly index: number;
}

/** A published story's quotations: their ids name their wordings. */
export function publishedOccurrences(article: Article): readonly Occurrence[] {
  return occurrencesIn(article, ({ id }) => wordingOf(id));
}

/** A draft's quotations, whose ids are yet to be assigned. */
export function draftOccurrences(draft: Draft): readonly Occurrence[] {
  return occurrencesIn(draft, ({ text }) => wordingId(text));
}

function occurrencesIn(
  article: Article | Draft,
  wordingIn: (quotation: Quotation) => string,
): readonly Occurrence[] {
  const speakers = new Map(article.speakers.map((speaker) => [speaker.id, speaker]));
  return article.quotations.map((quotation, index) => ({
    quotation,
    speaker: speakers.get(quotation.speaker ?? "") ?? null,
    wording: wordingIn(quotation),
    index,
  }));
}
