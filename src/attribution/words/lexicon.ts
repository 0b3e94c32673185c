import { Forms } from "./forms.ts";
import { FUNCTION_WORDS, type FunctionWord } from "./function-words.ts";
import german from "./languages/de.json" with { type: "json" };
import english from "./languages/en.json" with { type: "json" };
import spanish from "./languages/es.json" with { type: "json" };
import french from "./languages/fr.json" with { type: "json" };
import given from "./languages/given-names.json" with { type: "json" };
import { type Gender, type Pronoun, UNKNOWN, type Word } from "./word.ts";

/** One language's words, indexed once. */
export interface Lexicon {
  readonly tag: string;
  /** The engine knows how the language reports speech. */
  readonly attributed: boolean;
  /** What is known of a word in small letters. */
  readonly word: (lower: string) => Word;
  readonly forms: Forms;
  /** Its reporting words may stand inside the marks: « Non, dit-elle, jamais. » */
  readonly innerCues: boolean;
  /** Every noun is written large, so that capitals make no title. */
  readonly largeNouns: boolean;
}

type Source = typeof english | typeof french | typeof german | typeof spanish;
type Entry = { -readonly [K in keyof Word]: Word[K] };

const split = (list: string) => list.split(/\s+/).filter((word) => word !== "");
const set = (list: string) => new Set(split(list));
const genderOf = (code: string): Gender => (code === "m" || code === "f" ? code : null);

/** Codes: m f p(lural) n(euter) 1 2 persons w(ho); then o(bject) or p(ossessive). */
function pronounOf(code: string): Pronoun {
  return {
    gender: genderOf(code.charAt(0)),
    plural: code.startsWith("p"),
    first: code === "1" || code === "2",
    object: code.slice(1) === "o",
    possessive: code.slice(1) === "p",
    relative: code === "w",
  };
}

function build(source: Source): Lexicon {
  const entries = new Map<string, Entry>();
  const entry = (word: string): Entry => {
    const known = entries.get(word) ?? { ...UNKNOWN };
    entries.set(word, known);
    return known;
  };
  const mark = (list: string, set: (entry: Entry) => void) => {
    for (const word of split(list)) set(entry(word));
  };

  for (const [kind, words] of Object.entries(FUNCTION_WORDS))
    mark(words, (word) => (word[kind as FunctionWord] = true));
  mark(source.auxiliaries, (word) => (word.auxiliary = true));
  mark("subjunctives" in source ? source.subjunctives : "", (word) => (word.subjunctive = true));
  mark(source.determiners, (word) => (word.determiner = true));
  mark(source.indefinite, (word) => (word.indefinite = true));
  mark(source.suffixes, (word) => (word.suffix = true));
  mark(source.particles, (word) => (word.particle = true));
  mark(source.organizationNouns, (word) => (word.organizationNoun = true));
  mark(source.groupNouns, (word) => (word.groupNoun = true));
  mark(source.notNames, (word) => (word.notName = true));
  mark(source.termWords, (word) => (word.termWord = true));
  mark("tags" in source ? source.tags : "", (word) => (word.tag = true));
  mark("cueNouns" in source ? source.cueNouns : "", (word) => (word.cueNoun = true));
  for (const [word, code] of Object.entries(source.pronouns)) entry(word).pronoun = pronounOf(code);
  for (const phrase of source.cuePhrases.map((phrase) => phrase.split(" "))) {
    const first = entry(phrase[0] ?? "");
    first.cuePhrases = [...first.cuePhrases, phrase];
  }
  for (const [code, list] of Object.entries(source.roleNouns))
    mark(list, (word) => Object.assign(word, { roleNoun: true, roleGender: genderOf(code) }));
  // “strikers”, “cooks”: several in a role are a group.
  if (source.tag === "en")
    for (const list of Object.values<string>(source.roleNouns))
      for (const role of split(list)) if (!entries.has(`${role}s`)) entry(`${role}s`).groupNoun = true;
  for (const [code, list] of Object.entries(source.titles))
    mark(list, (word) => Object.assign(word, { title: true, titleGender: genderOf(code) }));
  for (const [code, list] of Object.entries(given))
    mark(list, (word) => Object.assign(word, { givenName: true, givenGender: genderOf(code) }));
  // Forms are written “finite | participle | infinitive | first person”; where one is several, the first is meant.
  for (const strength of ["act", "speech"] as const)
    for (const [verb, written] of Object.entries<string>(source.cues[strength])) {
      const [finite = "", participle = "", infinitive = "", first = ""] = written.split("|");
      mark(first, (word) => (word.cue = { verb, form: "finite", strength, first: true }));
      mark(infinitive, (word) => (word.cue = { verb, form: "infinitive", strength, first: false }));
      mark(participle, (word) => (word.cue = { verb, form: "participle", strength, first: false }));
      mark(finite, (word) => (word.cue = { verb, form: "finite", strength, first: false }));
    }
  const genitives = "largeNouns" in source;
  const nounOf = (lower: string): Word => {
    const noun = entries.get(lower);
    return noun?.organizationNoun || noun?.roleNoun ? noun : UNKNOWN;
  };
  const endings = "roleEndings" in source ? Object.entries<string>(source.roleEndings) : [];
  const byEnding = endings.flatMap(([code, list]) => {
    const known: Word = { ...UNKNOWN, roleNoun: true, roleGender: genderOf(code) };
    return split(list).map((ending) => [ending, known] as const);
  });
  // „Umweltministerium“, „Landesverband“, „Analysten“
  if ("largeNouns" in source)
    for (const [list, kind] of [
      [source.organizationNouns, { organizationNoun: true }],
      [source.groupNouns, { groupNoun: true }],
      [source.roleNouns["-"], { roleNoun: true }],
    ] as const)
      for (const ending of split(list))
        if (ending.length > 4) byEnding.push([ending, { ...UNKNOWN, ...kind }]);
  const compound = (lower: string): Word | undefined =>
    byEnding.find(([ending]) => lower.length > ending.length + 2 && lower.endsWith(ending))?.[1];
  // „Bäckermeisterin“: a compound is what its last part is; „des Ministeriums“ is a genitive.
  const word = (lower: string): Word =>
    entries.get(lower) ?? compound(lower) ?? (genitives ? nounOf(lower.replace(/e?s$/, "")) : UNKNOWN);
  const clitics = "elided" in source ? { elided: set(source.elided), enclitic: set(source.enclitic) } : null;
  return {
    tag: source.tag,
    attributed: true,
    word,
    forms: new Forms(word, clitics),
    innerCues: "innerCues" in source,
    largeNouns: "largeNouns" in source,
  };
}

/** The English verbs that report, by their infinitives. */
export const REPORTING_VERBS: readonly string[] = [
  ...new Set([...Object.keys(english.cues.speech), ...Object.keys(english.cues.act)]),
];

const LEXICONS = new Map(
  [english, french, german, spanish].map(build).map((lexicon) => [lexicon.tag, lexicon]),
);

/** What is known of the words of any other language. */
const NOTHING: Pick<Lexicon, "word" | "forms"> = {
  word: () => UNKNOWN,
  forms: new Forms(() => UNKNOWN, null),
};

/** The words of a BCP 47 tag's language; none of them where it is not among ours. */
export function lexiconFor(lang: string): Lexicon {
  const tag = lang.split("-")[0]?.toLowerCase() ?? "en";
  const known = LEXICONS.get(tag);
  return known ?? { ...NOTHING, tag, attributed: false, innerCues: false, largeNouns: false };
}
