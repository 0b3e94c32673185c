import type { FunctionWord } from "./function-words.ts";

export type Gender = "m" | "f" | null;

/** A reporting verb's form. */
export interface CueForm {
  readonly verb: string;
  /** `said`, `saying`, `to say`. */
  readonly form: "finite" | "participle" | "infinitive";
  /** How often the verb reports speech: `speech` for “said”, `act` for “called”, “praised”. */
  readonly strength: "speech" | "act";
  /** “frage”, “pregunto”: a form that only who tells the story says of themselves. */
  readonly first: boolean;
}

export interface Pronoun {
  readonly gender: Gender;
  readonly plural: boolean;
  /** “I”, “we”, “you”: who speaks to the reader, not about somebody. */
  readonly first: boolean;
  readonly object: boolean;
  readonly possessive: boolean;
  readonly relative: boolean;
}

/** What a language's lexicon says of one word, all of it looked up once. */
export interface Word extends Readonly<Record<FunctionWord, boolean>> {
  readonly cue: CueForm | null;
  /** “claim”, “complaint”: a noun whose possessor speaks. */
  readonly cueNoun: boolean;
  /** The phrases it begins: “according to”. */
  readonly cuePhrases: readonly (readonly string[])[];
  /** “so” in „Nein“, so Kluge: reports only between the words and who said them. */
  readonly tag: boolean;
  readonly pronoun: Pronoun | null;
  readonly auxiliary: boolean;
  /** “sei”, “habe”: the mood of reported speech. */
  readonly subjunctive: boolean;
  readonly determiner: boolean;
  readonly indefinite: boolean;
  readonly title: boolean;
  readonly titleGender: Gender;
  readonly suffix: boolean;
  readonly particle: boolean;
  readonly roleNoun: boolean;
  readonly roleGender: Gender;
  readonly organizationNoun: boolean;
  readonly groupNoun: boolean;
  /** Written large, yet nobody's name: “Monday”. */
  readonly notName: boolean;
  /** “term”, “so-called”: what follows is named, not said. */
  readonly termWord: boolean;
  readonly givenName: boolean;
  readonly givenGender: Gender;
}

/** A word that the lexicon does not have. */
export const UNKNOWN: Word = {
  cue: null,
  cueNoun: false,
  cuePhrases: [],
  tag: false,
  pronoun: null,
  auxiliary: false,
  subjunctive: false,
  determiner: false,
  indefinite: false,
  title: false,
  titleGender: null,
  suffix: false,
  particle: false,
  roleNoun: false,
  roleGender: null,
  organizationNoun: false,
  groupNoun: false,
  notName: false,
  termWord: false,
  givenName: false,
  givenGender: null,
  phraseEnd: false,
  preposition: false,
  clauseStart: false,
  phraseStart: false,
  quantity: false,
  nameNumber: false,
  passive: false,
};
