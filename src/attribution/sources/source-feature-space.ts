import type { Cue } from "#attribution/cues/cue.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { FeatureSpace, TRUTH, upTo, type Values, values } from "#attribution/ranking/features.ts";
import type { PlacedPassage } from "#attribution/story.ts";
import type { Token } from "#attribution/tokens/token.ts";
import { FUNCTION_WORDS } from "#attribution/words/function-words.ts";

/** Where a mention stands: in the passage's sentence, its paragraph or another one; before it or after. */
const ZONE = values("sA", "sB", "pA", "pB", "p1", "next", "p2");
const KIND = values("first", "it", "pron", "name", "organization", "role", "group");
const FORM = values(
  "speech-finite",
  "speech-participle",
  "speech-infinitive",
  "act-finite",
  "act-participle",
  "act-infinitive",
  "phrase",
);
/** The passage opens its paragraph, a sentence inside it, or neither. */
export const EDGE = values("open", "sent", "mid");
/** Tokens between the mention and the passage, up to so many. */
const GAP = values("0", "2", "5", "10", "20", "50", "99");
/** “Varga said”, “said Varga” */
export const ORDER = values("dir", "inv");
export const STRENGTH = values("speech", "act");
export const FINITE = values("finite", "participle", "infinitive", "phrase");
/** Where the last quotation stands: in the same sentence or paragraph, the one before, or farther. */
export const NEAR = values("sentence", "paragraph", "before", "far");
export const PREPOSITION: Values = values(...FUNCTION_WORDS.preposition.split(" "));
/** The reporting words after and before the passage, or none. */
const AFTER: Values = values("", ...Object.keys(FORM).map((form) => `A${form}`));
const BEFORE: Values = values("", ...Object.keys(FORM).map((form) => `B${form}`));

const NEXT = values(
  "other",
  "auxiliary",
  "cue",
  "ed",
  "s",
  "comma",
  "end",
  "noun",
  "possessive",
  "ing",
  "who",
  "passage",
);
/** Reporting verbs that tell by themselves whether who stands before them said it. */
const VERB: Values = values(
  "other",
  ..."say tell add ask call describe write tweet argue warn note suggest accuse insist claim respond explain believe think criticize praise dismiss declare announce mention cite refer label deride blast slam mock quote vow promise urge promote want know see make give".split(
    " ",
  ),
);
/** Words in the passage, by its length. */
const LENGTH = values("1", "2", "4", "8", "long");
/** No paragraph is searched from end to end for every mention. */
export const FAR = 64;

export const SOURCE_FEATURES = new FeatureSpace();
const family = SOURCE_FEATURES.family.bind(SOURCE_FEATURES);

export const IN_ZONE = family`zone=${ZONE}`;
export const ZONE_GAP = family`zone=${ZONE} gap=${GAP}`;
export const OF_KIND = family`kind=${KIND}`;
export const ZONE_HOW = family`zone=${ZONE} how=${AFTER}${BEFORE}`;
export const ZONE_EDGE = family`zone=${ZONE} edge=${EDGE}`;
export const ZONE_KIND = family`zone=${ZONE} kind=${KIND}`;
export const SUBJECT_AFTER = family`subject after ${FORM}`;
export const SUBJECT_AFTER_GAP = family`subject after ${FORM} ${ORDER} gap=${GAP}`;
export const SUBJECT_AFTER_EDGE = family`subject after edge=${EDGE}`;
export const SUBJECT_BEFORE = family`subject before ${FORM}`;
export const SUBJECT_BEFORE_GAP = family`subject before ${FORM} gap=${GAP}`;
export const SUBJECT_BEFORE_HOW = family`subject before how=${AFTER}${BEFORE}`;
export const SUBJECT_BEFORE_COLON = family`subject before colon`;
export const SUBJECT_BEFORE_PLAIN = family`subject before plain`;
export const SUBJECT_BEFORE_EDGE = family`subject before edge=${EDGE}`;
export const SUBJECT_BEFORE_VERB = family`subject before verb=${STRENGTH}/${FINITE}/comma=${TRUTH}`;
export const REPORTS = family`reports zone=${ZONE}`;
export const REPORTS_FORM = family`reports ${FORM} zone=${ZONE}`;
export const REPORTS_HOW = family`reports zone=${ZONE} edge=${EDGE} how=${AFTER}${BEFORE}`;
export const SUBJECT = family`subject zone=${ZONE}`;
export const OBJECT = family`object zone=${ZONE}`;
export const POSSESSIVE = family`possessive`;
export const POSSESSIVE_GAP = family`possessive gap=${GAP}`;
export const OBLIQUE = family`oblique`;
export const OBLIQUE_AFTER = family`oblique ${PREPOSITION}`;
export const OBJECT_OF_TELL = family`object of tell`;
export const OBJECT_OF_CUE = family`object of cue`;
export const BETWEEN = family`zone=${ZONE} between=${upTo(2)}`;
export const NEARER = family`zone=${ZONE} nearer=${upTo(3)}`;
export const COMMA_BOTH = family`comma both`;
export const SIGN_OFF = family`sign-off`;
export const LABEL_OF_NEXT = family`label of the next`;
export const LABEL = family`label`;
export const FROM_END = family`p1 fromEnd=${upTo(4)}`;
export const FROM_START = family`p1 fromStart=${upTo(3)}`;
export const AFTER_COLON_PARAGRAPH = family`p1 colon=${TRUTH}`;
export const WHOLE_SUBJECT = family`p1 whole=${TRUTH} subject=${TRUTH}`;
export const LAST = family`last=${NEAR}`;
export const LAST_HOW = family`last=${NEAR} how=${AFTER}${BEFORE}`;
export const LAST_EDGE = family`last=${NEAR} edge=${EDGE} whole=${TRUTH} zone=${ZONE}`;
export const LAST_KIND = family`last=${NEAR} kind=${KIND}`;
export const OTHER = family`other=${NEAR} zone=${ZONE}`;
export const LAST_ENTITY = family`last entity=${NEAR}`;
export const LAST_ENTITY_ZONE = family`last entity=${NEAR} zone=${ZONE} edge=${EDGE}`;
export const LAST_ENTITY_KIND = family`last entity kind=${KIND} before=${KIND}`;
export const OTHER_ENTITY = family`other entity=${NEAR} zone=${ZONE} edge=${EDGE}`;
export const SAID_NAMES = family`said names zone=${ZONE}`;
export const SAID_NAMES_HOW = family`said names how=${AFTER}${BEFORE}`;
export const NEXT_ZONE = family`next=${NEXT} zone=${ZONE}`;
export const NEXT_EDGE = family`next=${NEXT} edge=${EDGE} zone=${ZONE}`;
export const NEAREST = family`nearest subject=${TRUTH} first=${TRUTH} edge=${EDGE} zone=${ZONE}`;
export const NEAREST_HOW = family`nearest subject=${TRUTH} how=${AFTER}${BEFORE}`;
export const BEFORE_VERB = family`subject before verb ${VERB}`;
export const AFTER_VERB = family`subject after verb ${VERB}`;
export const NOT_BEFORE_VERB = family`not subject before verb ${VERB} zone=${ZONE}`;
export const OFTEN_MENTIONED = family`mentioned=${upTo(5)} zone=${ZONE}`;
export const SUBJECT_BEFORE_KIND = family`subject before kind=${KIND} edge=${EDGE} gap=${GAP}`;
export const STARTS = family`zone=${ZONE} subject=${TRUTH} starts sentence=${TRUTH}`;
export const LENGTH_ZONE = family`length=${LENGTH} zone=${ZONE} subject=${TRUTH}`;

export function zoneOf(paragraphs: number, sameSentence: boolean, after: boolean): number {
  if (paragraphs !== 0) return paragraphs === 1 ? ZONE.p1 : paragraphs < 0 ? ZONE.next : ZONE.p2;
  if (sameSentence) return after ? ZONE.sA : ZONE.sB;
  return after ? ZONE.pA : ZONE.pB;
}

/** What stands right after a mention, as far as it tells whether the mention does something. */
export function nextOf(beyond: Token | undefined, { possessive, sentence }: Mention): number {
  if (possessive) return NEXT.possessive;
  if (beyond === undefined || beyond.kind === "break" || beyond.text === "." || beyond.sentence !== sentence)
    return NEXT.end;
  if (beyond.text === ",") return NEXT.comma;
  if (beyond.kind === "passage") return NEXT.passage;
  if (beyond.kind !== "word") return NEXT.other;
  const { lower, word } = beyond;
  if (word.auxiliary) return NEXT.auxiliary;
  if (word.cue !== null) return word.cue.form === "participle" ? NEXT.ing : NEXT.cue;
  if (lower === "who" || lower === "which") return NEXT.who;
  if (lower.endsWith("ed")) return NEXT.ed;
  if (/[^s]s$/.test(lower)) return NEXT.s;
  if (lower.endsWith("ing")) return NEXT.ing;
  return word.phraseEnd || word.preposition || lower.endsWith("ly") ? NEXT.other : NEXT.noun;
}

export const verbOf = ({ verb }: Cue): number => (Object.hasOwn(VERB, verb) ? (VERB[verb] ?? 0) : 0);

const SPEAKING = new Set(["i", "we", "you"]);

export function kindOf({ kind, text }: Mention): number {
  if (kind !== "pronoun") return KIND[kind];
  return SPEAKING.has(text) ? KIND.first : text === "it" ? KIND.it : KIND.pron;
}

export function lengthOf({ start, end }: PlacedPassage): number {
  const length = end - start;
  if (length < 18) return length < 9 ? LENGTH[1] : LENGTH[2];
  return length < 30 ? LENGTH[4] : length < 60 ? LENGTH[8] : LENGTH.long;
}

export function bucket(distance: number): number {
  if (distance <= 3) return distance <= 1 ? GAP[0] : GAP[2];
  if (distance <= 12) return distance <= 6 ? GAP[5] : GAP[10];
  return distance <= 25 ? GAP[20] : distance <= 60 ? GAP[50] : GAP[99];
}

export function formOf({ form, strength }: Cue): number {
  // The forms of both strengths stand in the order of FINITE.
  if (form === "phrase") return FORM.phrase;
  return FINITE[form] + (strength === "speech" ? FORM["speech-finite"] : FORM["act-finite"]);
}
