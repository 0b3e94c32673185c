import type { QuotationKind, SpeakerKind } from "#model/article.ts";
import type { Span } from "#text/spans.ts";

export interface AttributedSpeaker {
  /** As fully as the story names them. */
  readonly name: string;
  /** As a caption would print it; null where the story gives none. */
  readonly role: string | null;
  readonly kind: SpeakerKind;
  /** Their first full naming outside the marks. */
  readonly introduced: Span | null;
}

export interface AttributedQuote extends Span {
  /** One a paragraph; the words inside the marks. */
  readonly segments: readonly Span[];
  readonly kind: QuotationKind;
  /** Pieces of one utterance share a number, from 1. */
  readonly statement: number;
  /** Index into the speakers; null when nobody is likely enough. */
  readonly speaker: number | null;
  /** The reporting words; null when there are none. */
  readonly cue: string | null;
  /** 0 to 1: how likely the speaker is right. */
  readonly confidence: number;
}

export interface Attribution {
  /** BCP 47 language whose words were used. */
  readonly lang: string;
  readonly speakers: readonly AttributedSpeaker[];
  readonly quotes: readonly AttributedQuote[];
}
