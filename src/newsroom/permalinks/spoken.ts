import type { Article, Quotation, Speaker } from "#model/article.ts";
import { wordingId } from "#text/wording.ts";
import { type Draft, speakerOf } from "./draft.ts";

/** A quotation with what the comparison asks of it. */
export interface Spoken {
  readonly quotation: Quotation;
  readonly speaker: Speaker | null;
  readonly wording: string;
  /** Its number in reading order, from 0. */
  readonly index: number;
}

export function spokenOf(article: Article | Draft): readonly Spoken[] {
  return article.quotations.map((quotation, index) => ({
    quotation,
    speaker: speakerOf(article, quotation),
    wording: wordingId(quotation.text),
    index,
  }));
}
