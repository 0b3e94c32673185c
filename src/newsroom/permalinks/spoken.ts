import type { Article, Quotation, Speaker } from "#model/article.ts";
import { wordingId } from "#text/wording.ts";
import type { Draft } from "./draft.ts";

/** A quotation with what the comparison asks of it. */
export interface Spoken {
  readonly quotation: Quotation;
  readonly speaker: Speaker | null;
  readonly wording: string;
  /** Its number in reading order, from 0. */
  readonly index: number;
}

export function spokenOf(article: Article | Draft): readonly Spoken[] {
  const speakers = new Map(article.speakers.map((speaker) => [speaker.id, speaker]));
  return article.quotations.map((quotation, index) => ({
    quotation,
    speaker: speakers.get(quotation.speaker ?? "") ?? null,
    wording: wordingId(quotation.text),
    index,
  }));
}
