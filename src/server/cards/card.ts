/** In pixels: what unfurlers ask for. */
export const cardWidth = 1200;
export const cardHeight = 630;

/** All that a card shows: nothing on it comes from the address. */
export interface Card {
  /** The whole statement's words. */
  readonly text: string;
  /** Where in them the sentence begins that the address names: what is shown where the whole has no room. */
  readonly start: number;
  /** What became of the words, where they no longer stand as they were; null where they do. */
  readonly became: string | null;
  /** The same without names and words of the story's, which the faces may not have. */
  readonly becameBriefly: string | null;
  /** Whether the words are struck out: they were changed or taken out. */
  readonly struck: boolean;
  readonly speaker: string | null;
  readonly role: string | null;
  /** The speaker's number among the story's voices, from 1; null when nobody is named. */
  readonly voice: number | null;
  /** The paper that published the story, or the site. */
  readonly publication: string;
  readonly headline: string;
  /** The quotation's own, as a reader would type it: “paper.example/articles/the-lamp/quotes/…”. */
  readonly address: string;
  /** As a reader reads it: “12 July 2018”; null when the story has none. */
  readonly date: string | null;
  /** BCP 47, of the story. */
  readonly lang: string;
  /** The story from its first word to its last, as shares of 0 to 1; the linked quotation's marks are `linked`. */
  readonly marks: readonly CardMark[];
}

export interface CardMark {
  readonly start: number;
  readonly end: number;
  /** The line that it stands on, from 0. */
  readonly line: number;
  readonly voice: number | null;
  readonly linked: boolean;
}
