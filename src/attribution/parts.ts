import type { SpeakerKind } from "#model/article.ts";
import type { Span } from "#text/spans.ts";

/** What stands between a pair of marks in one paragraph, before anybody knows whether it is a quotation. */
export interface Passage extends Span {
  /** With its marks; equal to the words' own edge where a mark is missing. */
  readonly outer: Span;
  readonly paragraph: number;
  /** Its marks were reopened from the passage before, whose utterance it carries on. */
  readonly continues: boolean;
  /** One of its marks is missing: the edge is a guess. */
  readonly repaired: boolean;
  /** Words without any marks: the turn of a transcript. */
  readonly turn: boolean;
}

/** What a name's introduction tells of its bearer. */
export interface Introduction {
  /** As a caption would print it; null where only the head noun is known. */
  readonly role: string | null;
  readonly heads: readonly string[];
  readonly gender: Gender;
}

/** What a title before a name tells. */
export interface Title {
  readonly written: string;
  readonly words: readonly string[];
  readonly gender: Gender;
  /** The role nouns that it stands for besides itself. */
  readonly called: readonly string[];
  /** Its first word that is no mere honorific, and how many it has. */
  readonly first: string;
  readonly length: number;
  readonly within: Introduction | null;
  /** Where a sentence begins with it, whose capital then says nothing. */
  readonly opening: Introduction | null;
}

export type MentionKind = "name" | "organization" | "role" | "group" | "pronoun";
export type Gender = "m" | "f" | null;

/** One naming of somebody outside the marks; `first` and `last` are tokens, both included. */
export interface Mention extends Span {
  readonly kind: MentionKind;
  readonly first: number;
  readonly last: number;
  /** Name without titles, or the whole role phrase, or the pronoun in lower case. */
  readonly text: string;
  /** The name's words; for a role phrase its head noun alone. */
  readonly words: readonly string[];
  /** The words as names are compared, without accents and capitals. */
  readonly keys: readonly string[];
  /** A title or role written before the name: “council leader” in “council leader Asha Verma”. */
  readonly title: Title | null;
  readonly gender: Gender;
  /** What a name's first word says where that is a given name. */
  readonly givenGender: Gender;
  readonly plural: boolean;
  readonly possessive: boolean;
  /** It hangs on a preposition: “of the council”, “to Varga”. */
  readonly oblique: boolean;
  /** It stands where a sentence’s subject would. */
  readonly subject: boolean;
  readonly paragraph: number;
  readonly sentence: number;
}

/** Reporting words, and the mention that stands as their subject where grammar shows it. */
export interface Cue {
  /** Token of the reporting word. */
  readonly token: number;
  readonly verb: string;
  /** `said`, `saying`, `to say`, `according to`. */
  readonly form: "finite" | "participle" | "infinitive" | "phrase";
  /** How often the verb reports speech: `speech` for “said”, `act` for “called”, “praised”. */
  readonly strength: "speech" | "act";
  /** Index into mentions; -1 where nothing stands as subject. */
  readonly subject: number;
  /** “said Varga”: the subject follows. */
  readonly inverted: boolean;
}

/** Whom a mention means, and how sure the antecedent ranker is. */
export interface Reference {
  /** Index into the entities' list; -1 for nobody. */
  readonly entity: number;
  readonly probability: number;
}

/** A passage's source: the mention that names who said it, and how sure the ranker is. */
export interface Source {
  /** Index into mentions; -1 for none. */
  readonly mention: number;
  readonly probability: number;
  readonly candidates: readonly { readonly mention: number; readonly score: number }[];
}

/** Somebody the story names, with every mention of them so far known. */
export interface Entity {
  name: string;
  words: readonly string[];
  /** The words as names are compared. */
  keys: readonly string[];
  role: string | null;
  /** Head nouns of every role the story gives them, in small letters. */
  readonly roleHeads: Set<string>;
  kind: SpeakerKind;
  gender: Gender;
  givenGender: Gender;
  plural: boolean;
  named: boolean;
  readonly first: number;
  introduced: { start: number; end: number } | null;
  readonly mentions: number[];
}
