/**
 * The nouns of a story and their JSON, as the API serves them.
 *
 * Words follow schema.org (`NewsArticle`, `Quotation`, `Person`); positions
 * follow the W3C Web Annotation model, as half-open UTF-16 ranges into the
 * text of one block.
 */

/** A range over a block's text that is drawn differently; never HTML. */
export interface Inline {
  readonly type: "emphasis" | "strong" | "code" | "link";
  readonly start: number;
  readonly end: number;
  /** Where a link leads (http, https or mailto); null on everything else. */
  readonly href: string | null;
}

/** One paragraph, heading, list item or blockquote of the body. */
export interface Block {
  /** Stable within one revision: `b1`, `b2`, … in reading order. */
  readonly id: string;
  readonly type: "paragraph" | "heading" | "list-item" | "blockquote";
  readonly text: string;
  readonly inlines: readonly Inline[];
  /** A heading's rank in the body (2 to 4); null on everything else. */
  readonly level: number | null;
  /** Whether a list item belongs to a numbered list; null on everything else. */
  readonly ordered: boolean | null;
}

export type SpeakerKind = "person" | "organization" | "group";

/** Somebody whose words a story reports. */
export interface Speaker {
  /** Stable within one revision: `s1`, `s2`, … in order of first quotation. */
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly kind: SpeakerKind;
  /** Where the story first names them outside quotation marks; null when it does not. */
  readonly introduced: Segment | null;
}

/** A range of one block that a quotation covers: `block.text.slice(start, end)`. */
export interface Segment {
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

/** `direct`: a whole utterance; `mixed`: a fragment inside the reporter's sentence. */
export type QuotationKind = "direct" | "mixed";

/** Words reported as somebody's, between quotation marks. */
export interface Quotation {
  /** Names the wording: design.md's permalink promise rests on it. */
  readonly id: string;
  readonly kind: QuotationKind;
  /** Pieces of one utterance share a statement number, from 1. */
  readonly statement: number;
  /** The speaker's id; null when the engine does not know. */
  readonly speaker: string | null;
  /** The segments' words, joined by a newline. */
  readonly text: string;
  readonly segments: readonly Segment[];
  /** The reporting words ("said", "told the court"); null when there are none. */
  readonly cue: string | null;
  /** How sure the attribution is, 0 to 1; 1 when an editor made it. */
  readonly confidence: number;
  /** Who attributed it: the engine, or an editor's correction. */
  readonly attributedBy: "engine" | "editor";
}

/** The story's picture; `src` is null when only its caption or credit is known. */
export interface Image {
  readonly src: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly caption: string | null;
  readonly credit: string | null;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string | null;
  /** The same picture at other widths, as `srcset` takes them. */
  readonly sources: readonly ImageSource[];
}

export interface ImageSource {
  readonly type: "image/avif" | "image/webp";
  readonly src: string;
  readonly width: number;
}

/** What is told of a story wherever it stands: schema.org's `NewsArticle` without its body. */
interface NewsArticle {
  readonly slug: string;
  /** The story's absolute address. */
  readonly url: string;
  readonly headline: string;
  readonly description: string | null;
  /** ISO 8601: a day where the story gives no time. */
  readonly datePublished: string | null;
  /** ISO 8601: the instant at which a later revision came in; of a first one, `datePublished` where the story gives it. */
  readonly dateModified: string;
  readonly author: string | null;
  readonly publisher: string | null;
  /** BCP 47. */
  readonly inLanguage: string;
  readonly image: Image | null;
}

/** A story as served, with its body and its quotations. */
export interface Article extends NewsArticle {
  /** Numbered from 1; a changed text is the next one. */
  readonly revision: number;
  readonly blocks: readonly Block[];
  readonly speakers: readonly Speaker[];
  readonly quotations: readonly Quotation[];
}

/** One row of the front page: enough for headline, date, minutes and the miniature score. */
export interface ArticleSummary extends NewsArticle {
  readonly wordCount: number;
  readonly score: Score;
}

/** Where in a story each voice is heard: the score above the story and in miniature. */
export interface Score {
  /** The story's length in UTF-16 units, its blocks laid end to end. */
  readonly length: number;
  readonly voices: readonly ScoreVoice[];
}

export interface ScoreVoice {
  /** Null for quotations that nobody could be named for. */
  readonly speaker: Speaker | null;
  readonly marks: readonly ScoreMark[];
}

export interface ScoreMark {
  readonly quotation: string;
  /** Position in the story's laid-out length, as in `Score.length`. */
  readonly start: number;
  readonly end: number;
}

/** A page of summaries, newest first; `next` is the cursor of the page after it. */
export interface ArticlePage {
  readonly articles: readonly ArticleSummary[];
  readonly next: string | null;
}
