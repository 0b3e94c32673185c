/**
 * Small words by what grammar does with them, whatever the language. A lexicon marks its words with these, so that
 * the passes, which ask of every token, read a property where a look-up would hash.
 */
export const FUNCTION_WORDS = {
  /** Words that end a noun phrase: “the chair | of the board”. */
  phraseEnd:
    "of for to in on at by with from as that who which whose where when while after before and or but than said about into over under against since until near",
  /** Words that a phrase hangs on: “of the council”, “to Varga”. */
  preposition:
    "of for to in on at by with from about into over under against near like than between among via de du des von mit bei para con por desde hasta sin sobre dans sur chez pour avec sans sous vers depuis aus auf nach seit im zur zum vom beim ins",
  /** What stands before a clause's subject. */
  clauseStart: "and but that when as while because then if",
  /** What a role phrase without a determiner may follow: “said residents”. */
  phraseStart: "said says that and but as told to by",
  /** “Some shouted”, “several said”: a number of people, and no more is told of them. */
  quantity: "some many several both most",
  /** “Two Rivers”, “Three Stars”: a number is a name's word as well. */
  nameNumber: "two three four seven",
  /** What makes a participle passive. */
  passive: "was were been being is are be wurde wurden fue fut",
} as const;

export type FunctionWord = keyof typeof FUNCTION_WORDS;

/** What a title would hardly have: “I”, “will”, “not”. */
const UNTITLED = new Set(
  "i we you he she it they me us my our is are was were be been have has had will would can could should do does did don’t don't i’m i'm we’re we're not to because if je nous vous est sont ich wir ist sind es son que no".split(
    " ",
  ),
);

/** Whether a word is one of those; “it’s” and “that’s” look like possessives. */
export function isUntitled(lower: string, possessive: boolean): boolean {
  return possessive ? lower === "it" || lower === "that" : UNTITLED.has(lower);
}
