import german from "./languages/de.json" with { type: "json" };
import english from "./languages/en.json" with { type: "json" };
import spanish from "./languages/es.json" with { type: "json" };
import french from "./languages/fr.json" with { type: "json" };
import given from "./languages/given-names.json" with { type: "json" };
import type { Cue, Gender } from "./story.ts";

/** A reporting verb's form, looked up by the word as written. */
export interface CueForm {
  readonly verb: string;
  readonly form: Exclude<Cue["form"], "phrase">;
  readonly strength: Cue["strength"];
}

export interface Pronoun {
  readonly gender: Gender;
  readonly plural: boolean;
  /** “I”, “we”, “you”: who speaks to the reader, not about somebody. */
  readonly first: boolean;
  readonly object: boolean;
  readonly possessive: boolean;
  readonly relative: boolean;
  readonly neuter: boolean;
}

/** One language's words, indexed once. */
export interface Lexicon {
  readonly tag: string;
  readonly cues: ReadonlyMap<string, CueForm>;
  /** “claim”, “complaint”: nouns whose possessor speaks. */
  readonly cueNouns: ReadonlySet<string>;
  /** “according to”, by first word. */
  readonly cuePhrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  readonly determiners: ReadonlySet<string>;
  readonly indefinite: ReadonlySet<string>;
  readonly titles: ReadonlyMap<string, Gender>;
  readonly suffixes: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly roleNouns: ReadonlyMap<string, Gender>;
  readonly organizationNouns: ReadonlySet<string>;
  readonly groupNouns: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly termWords: ReadonlySet<string>;
  readonly givenNames: ReadonlyMap<string, Gender>;
}

type Source = typeof english | typeof french | typeof german | typeof spanish;

const words = (list: string | undefined) => (list ?? "").split(/\s+/).filter((word) => word !== "");

function genders(lists: Readonly<Record<string, string>>): Map<string, Gender> {
  return new Map(
    Object.entries(lists).flatMap(([key, list]) =>
      words(list).map((word): [string, Gender] => [word, key === "m" || key === "f" ? key : null]),
    ),
  );
}

/** Forms are written “finite | participle | infinitive”. */
function cueForms(source: Source): Map<string, CueForm> {
  const forms = new Map<string, CueForm>();
  for (const strength of ["act", "speech"] as const)
    for (const [verb, written] of Object.entries<string>(source.cues[strength])) {
      const [finite, participle, infinitive] = written.split("|");
      for (const word of words(infinitive)) forms.set(word, { verb, form: "infinitive", strength });
      for (const word of words(participle)) forms.set(word, { verb, form: "participle", strength });
      for (const word of words(finite)) forms.set(word, { verb, form: "finite", strength });
    }
  return forms;
}

/** Codes: m f p(lural) n(euter) 1 2 persons w(ho); then o(bject) or p(ossessive). */
function pronouns(codes: Readonly<Record<string, string>>): Map<string, Pronoun> {
  return new Map(
    Object.entries(codes).map(([word, code]) => [
      word,
      {
        gender: code.startsWith("m") ? "m" : code.startsWith("f") ? "f" : null,
        plural: code.startsWith("p"),
        first: code === "1" || code === "2",
        object: code.slice(1) === "o",
        possessive: code.slice(1) === "p",
        relative: code === "w",
        neuter: code === "n",
      },
    ]),
  );
}

function build(source: Source): Lexicon {
  return {
    tag: source.tag,
    cues: cueForms(source),
    cueNouns: new Set(words("cueNouns" in source ? source.cueNouns : "")),
    cuePhrases: Map.groupBy(
      source.cuePhrases.map((phrase) => phrase.split(" ")),
      ([first = ""]) => first,
    ),
    auxiliaries: new Set(words(source.auxiliaries)),
    pronouns: pronouns(source.pronouns),
    determiners: new Set(words(source.determiners)),
    indefinite: new Set(words(source.indefinite)),
    titles: genders(source.titles),
    suffixes: new Set(words(source.suffixes)),
    particles: new Set(words(source.particles)),
    roleNouns: genders(source.roleNouns),
    organizationNouns: new Set(words(source.organizationNouns)),
    groupNouns: new Set(words(source.groupNouns)),
    notNames: new Set(words(source.notNames)),
    termWords: new Set(words(source.termWords)),
    givenNames: genders(given),
  };
}

const ENGLISH = build(english);
const LEXICONS = new Map(
  [ENGLISH, ...[french, german, spanish].map(build)].map((lexicon) => [lexicon.tag, lexicon]),
);

/** The words of a BCP 47 tag's language; English where it is not among ours. */
export function lexiconFor(lang: string): Lexicon {
  return LEXICONS.get(lang.split("-")[0]?.toLowerCase() ?? "en") ?? ENGLISH;
}
