import type { Article, Quotation, Speaker } from "#model/article.ts";
import { wordingId, wordingOf } from "#text/wording.ts";

/** A story as composed: its quotations' ids are settled when it is compared with what was published. */
export type Draft = Omit<Article, "url" | "revision">;

/** A quotation with what the comparison asks of it. */
export interface Spoken {
  readonly quotation: Quotation;
  readonly speaker: Speaker | null;
  readonly wording: string;
  /** Its number in reading order, from 0. */
  readonly index: number;
}

/** A published story's quotations: their ids name their wordings. */
export function publishedIn(article: Article): readonly Spoken[] {
  return spokenBy(article, ({ id }) => wordingOf(id));
}

/** A draft's quotations, whose ids are yet to be settled. */
export function draftedIn(draft: Draft): readonly Spoken[] {
  return spokenBy(draft, ({ text }) => wordingId(text));
}

function spokenBy(article: Article | Draft, wordingIn: (quotation: Quotation) => string): readonly Spoken[] {
  const speakers = new Map(article.speakers.map((speaker) => [speaker.id, speaker]));
  return article.quotations.map((quotation, index) => ({
    quotation,
    speaker: speakers.get(quotation.speaker ?? "") ?? null,
    wording: wordingIn(quotation),
    index,
  }));
}
