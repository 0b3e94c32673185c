import type { GoldArticle } from "./gold.ts";

type GoldSpeaker = NonNullable<GoldArticle["quotes"][number]["speaker"]>;

/**
 * How much of a speaker must be right. `half` is the corpora's first rule: half of the words of the shorter side are
 * shared. `whole`: somebody is right by their head noun (“a spokesman for the county” is no county), and given names
 * that differ, if only by a letter, are two people's (Ann and Anna).
 */
export type Rule = "half" | "whole";

const listed = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const TITLES = listed(
  "mr mrs ms miss dr sir dame lord lady prof professor rev hon sen senator rep representative gov governor president " +
    "vice secretary minister prime chancellor judge justice gen general col colonel capt captain sgt officer " +
    "detective mayor king queen prince princess pope bishop archbishop father sister brother congressman " +
    "congresswoman former then",
);
const SUFFIXES = listed("jr sr ii iii iv phd md qc kc mp obe cbe mbe");
const FUNCTION_WORDS = listed(
  "the a an of for in on at to from and or his her its their our my this that who which with by as said",
);
const PRONOUN = /^(?:he|she|they|i|we|it|who|him|her|them|you|one|himself|herself|his)$/i;

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'");

function wordsOf(text: string): readonly string[] {
  return plain(text)
    .replace(/'s\b/g, "")
    .replace(/([A-Za-z])\.(?=[A-Za-z]\b)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' -]/gu, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** A name without titles and initials: “Dr. Ola J. Brandt, of Visby” is “ola brandt”. */
const nameOf = (text: string): readonly string[] =>
  wordsOf(text.split(/,| - |\(/)[0] ?? "").filter(
    (word) => word.length > 1 && !TITLES.has(word) && !SUFFIXES.has(word),
  );

const endsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length >= 2 && long.slice(-short.length).join(" ") === short.join(" ");

/** Surnames agree, and given names do not contradict each other. */
function isSameName(wanted: readonly string[], given: readonly string[], rule: Rule): boolean {
  const [first = "", ...others] = wanted;
  const [givenFirst = "", ...givenOthers] = given;
  if (first === "" || givenFirst === "") return false;
  if (endsWith(wanted, given) || endsWith(given, wanted)) return true;
  if (wanted.at(-1) === given.at(-1))
    return others.length === 0 || givenOthers.length === 0 || isSameGivenName(first, givenFirst, rule);
  if (others.length === 0) return given.includes(first);
  return givenOthers.length === 0 && first === givenFirst;
}

/** “J” and “John”, “Dan” and “Daniel”; by the whole, not “Ann” and “Anna”. */
function isSameGivenName(one: string, other: string, rule: Rule): boolean {
  if (one === other) return true;
  if (one[0] !== other[0]) return false;
  if (one.length <= 2 || other.length <= 2) return true;
  if (rule === "whole" && (one === `${other}a` || other === `${one}a`)) return false;
  return one.startsWith(other.slice(0, 3)) || other.startsWith(one.slice(0, 3));
}

/** What stands behind somebody's head noun. */
const AFTER_HEAD =
  /,|;|\(| - |\b(?:who|which|that|in|of|for|from|at|on|with|to|near|about|behind|inside|outside|whose|where|when)\b/i;

const isTelling = (word: string): boolean => !FUNCTION_WORDS.has(word);

/** “two wardens of the park, who …” is “warden”. */
function headOf(text: string): string {
  const before = wordsOf(text.split(AFTER_HEAD)[0] ?? "").filter(isTelling);
  return (before.at(-1) ?? "").replace(/(?<=..)(?:'s|s)$/, "");
}

/** Two descriptions share half of the shorter one's words; by the whole, also their head noun. */
function isSameDescription(wanted: string, given: string, rule: Rule): boolean {
  if (rule === "whole" && headOf(wanted) !== headOf(given)) return false;
  const [one, other] = [wanted, given].map(
    (text) => new Set(wordsOf(text).filter((word) => word.length > 1 && isTelling(word))),
  ) as [Set<string>, Set<string>];
  const shared = one.intersection(other).size;
  return shared > 0 && shared >= 0.5 * Math.min(one.size, other.size);
}

/** The names that the annotators gave a speaker, or readers after them. */
const namesOf = ({ resolved = [] }: GoldSpeaker): readonly string[] => [resolved].flat();

/** Whether it is known who speaks; where it is not, no answer is right or wrong. */
export function isKnown(speaker: GoldSpeaker | null | undefined): speaker is GoldSpeaker {
  if (!speaker?.text || speaker.kind === "none" || speaker.by === "unknown") return false;
  return speaker.kind !== "pronoun" || namesOf(speaker).length > 0;
}

/** Whether a name that was given is the annotated speaker's; nobody, or a bare pronoun, never is. */
export function isSameSpeaker(wanted: GoldSpeaker, given: string | null, rule: Rule): boolean {
  if (given === null || PRONOUN.test(given.trim())) return false;
  const text = wanted.text ?? "";
  const names = namesOf(wanted);
  const folded = (name: string) => plain(name).toLowerCase().trim();
  if (wanted.kind === "name" && folded(given) === folded(text)) return true;
  if (names.some((name) => isSameName(nameOf(name), nameOf(given), rule))) return true;
  const described = wanted.kind !== "pronoun" && (wanted.kind !== "name" || names.length === 0);
  return described && isSameDescription(text, given, rule);
}
