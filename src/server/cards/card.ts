/** In pixels: what unfurlers ask for. */
export const cardWidth = 1200;
export const cardHeight = 630;

/** All that a card shows: nothing on it comes from the address. */
export interface Card {
  /** The quotation's words. */
  readonly text: string;
  readonly speaker: string | null;
  readonly role: string | null;
  /** The speaker's number among the story's voices, from 1; null when nobody is named. */
  readonly voice: number | null;
  /** The paper that published the story, or the site. */
  readonly publication: string;
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
