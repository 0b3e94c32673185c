import type { Reference } from "#attribution/coreference/reference.ts";
import type { Cue } from "#attribution/cues/cue.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { FeatureSpace, TRUTH, truth, upTo, type Values, values } from "#attribution/ranking/features.ts";
import type { Features } from "#attribution/ranking/linear-model.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt, type Token } from "#attribution/tokens/token.ts";
import { containsWord } from "#attribution/words/contains-word.ts";
import { FUNCTION_WORDS } from "#attribution/words/function-words.ts";
import { mentionsBetween, passagesBetween } from "./between.ts";
import type { LastQuotation } from "./source.ts";

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
const EDGE = values("open", "sent", "mid");
/** Tokens between the mention and the passage, up to so many. */
const GAP = values("0", "2", "5", "10", "20", "50", "99");
/** “Varga said”, “said Varga” */
const ORDER = values("dir", "inv");
const STRENGTH = values("speech", "act");
const FINITE = values("finite", "participle", "infinitive", "phrase");
/** Where the last quotation stands: in the same sentence or paragraph, the one before, or farther. */
const NEAR = values("sentence", "paragraph", "before", "far");
const PREPOSITION: Values = values(...FUNCTION_WORDS.preposition.split(" "));
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
const FAR = 64;

export const SOURCE_FEATURES = new FeatureSpace();
const family = SOURCE_FEATURES.family.bind(SOURCE_FEATURES);

const IN_ZONE = family`zone=${ZONE}`;
const ZONE_GAP = family`zone=${ZONE} gap=${GAP}`;
const OF_KIND = family`kind=${KIND}`;
const ZONE_HOW = family`zone=${ZONE} how=${AFTER}${BEFORE}`;
const ZONE_EDGE = family`zone=${ZONE} edge=${EDGE}`;
const ZONE_KIND = family`zone=${ZONE} kind=${KIND}`;
const SUBJECT_AFTER = family`subject after ${FORM}`;
const SUBJECT_AFTER_GAP = family`subject after ${FORM} ${ORDER} gap=${GAP}`;
const SUBJECT_AFTER_EDGE = family`subject after edge=${EDGE}`;
const SUBJECT_BEFORE = family`subject before ${FORM}`;
const SUBJECT_BEFORE_GAP = family`subject before ${FORM} gap=${GAP}`;
const SUBJECT_BEFORE_HOW = family`subject before how=${AFTER}${BEFORE}`;
const SUBJECT_BEFORE_COLON = family`subject before colon`;
const SUBJECT_BEFORE_PLAIN = family`subject before plain`;
const SUBJECT_BEFORE_EDGE = family`subject before edge=${EDGE}`;
const SUBJECT_BEFORE_VERB = family`subject before verb=${STRENGTH}/${FINITE}/comma=${TRUTH}`;
const REPORTS = family`reports zone=${ZONE}`;
const REPORTS_FORM = family`reports ${FORM} zone=${ZONE}`;
const REPORTS_HOW = family`reports zone=${ZONE} edge=${EDGE} how=${AFTER}${BEFORE}`;
const SUBJECT = family`subject zone=${ZONE}`;
const OBJECT = family`object zone=${ZONE}`;
const POSSESSIVE = family`possessive`;
const POSSESSIVE_GAP = family`possessive gap=${GAP}`;
const OBLIQUE = family`oblique`;
const OBLIQUE_AFTER = family`oblique ${PREPOSITION}`;
const OBJECT_OF_TELL = family`object of tell`;
const OBJECT_OF_CUE = family`object of cue`;
const BETWEEN = family`zone=${ZONE} between=${upTo(2)}`;
const NEARER = family`zone=${ZONE} nearer=${upTo(3)}`;
const COMMA_BOTH = family`comma both`;
const SIGN_OFF = family`sign-off`;
const LABEL_OF_NEXT = family`label of the next`;
const LABEL = family`label`;
const FROM_END = family`p1 fromEnd=${upTo(4)}`;
const FROM_START = family`p1 fromStart=${upTo(3)}`;
const AFTER_COLON_PARAGRAPH = family`p1 colon=${TRUTH}`;
const WHOLE_SUBJECT = family`p1 whole=${TRUTH} subject=${TRUTH}`;
const LAST = family`last=${NEAR}`;
const LAST_HOW = family`last=${NEAR} how=${AFTER}${BEFORE}`;
const LAST_EDGE = family`last=${NEAR} edge=${EDGE} whole=${TRUTH} zone=${ZONE}`;
const LAST_KIND = family`last=${NEAR} kind=${KIND}`;
const OTHER = family`other=${NEAR} zone=${ZONE}`;
const LAST_ENTITY = family`last entity=${NEAR}`;
const LAST_ENTITY_ZONE = family`last entity=${NEAR} zone=${ZONE} edge=${EDGE}`;
const LAST_ENTITY_KIND = family`last entity kind=${KIND} before=${KIND}`;
const OTHER_ENTITY = family`other entity=${NEAR} zone=${ZONE} edge=${EDGE}`;
const SAID_NAMES = family`said names zone=${ZONE}`;
const SAID_NAMES_HOW = family`said names how=${AFTER}${BEFORE}`;
const NEXT_ZONE = family`next=${NEXT} zone=${ZONE}`;
const NEXT_EDGE = family`next=${NEXT} edge=${EDGE} zone=${ZONE}`;
const NEAREST = family`nearest subject=${TRUTH} first=${TRUTH} edge=${EDGE} zone=${ZONE}`;
const NEAREST_HOW = family`nearest subject=${TRUTH} how=${AFTER}${BEFORE}`;
const BEFORE_VERB = family`subject before verb ${VERB}`;
const AFTER_VERB = family`subject after verb ${VERB}`;
const NOT_BEFORE_VERB = family`not subject before verb ${VERB} zone=${ZONE}`;
const OFTEN_MENTIONED = family`mentioned=${upTo(5)} zone=${ZONE}`;
const SUBJECT_BEFORE_KIND = family`subject before kind=${KIND} edge=${EDGE} gap=${GAP}`;
const STARTS = family`zone=${ZONE} subject=${TRUTH} starts sentence=${TRUTH}`;
const LENGTH_ZONE = family`length=${LENGTH} zone=${ZONE} subject=${TRUTH}`;

/** Tells what speaks for and against one mention as the source of one passage. */
export function sourceFeatures(
  story: Story,
  passage: PlacedPassage,
  mention: Mention,
  references: readonly Reference[],
  last: LastQuotation | null,
  features: Features,
): void {
  const { tokens } = story;
  const meant = ({ index }: Mention) => references[index]?.entity ?? null;
  const { at, context } = passage;
  const { cueAfter, cueBefore } = context;
  const sentence = tokens[at]?.sentence;
  const after = mention.first > at;
  const gap = after ? mention.first - at - 1 : at - mention.last - 1;
  const paragraphs = passage.paragraph - mention.paragraph;
  const zone = zoneOf(paragraphs, mention.sentence === sentence, after);
  const kind = kindOf(mention);
  const formAfter = cueAfter === null ? 0 : formOf(cueAfter) + 1;
  const formBefore = cueBefore === null ? 0 : formOf(cueBefore) + 1;
  const edge = context.opensParagraph ? EDGE.open : context.opensSentence ? EDGE.sent : EDGE.mid;
  features.add(IN_ZONE.at(zone));
  features.add(ZONE_GAP.at(zone, bucket(gap)));
  features.add(OF_KIND.at(kind));
  features.add(ZONE_HOW.at(zone, formAfter, formBefore));
  features.add(ZONE_EDGE.at(zone, edge));
  features.add(ZONE_KIND.at(zone, kind));

  if (cueAfter?.subject === mention) {
    const form = formOf(cueAfter);
    const near = Math.min(gap, Math.abs(cueAfter.at - at));
    features.add(SUBJECT_AFTER.at(form));
    features.add(SUBJECT_AFTER_GAP.at(form, cueAfter.inverted ? ORDER.inv : ORDER.dir, bucket(near)));
    features.add(SUBJECT_AFTER_EDGE.at(edge));
  }
  if (cueBefore?.subject === mention) {
    const form = formOf(cueBefore);
    features.add(SUBJECT_BEFORE.at(form));
    features.add(SUBJECT_BEFORE_GAP.at(form, bucket(context.gapBefore)));
    features.add(SUBJECT_BEFORE_HOW.at(formAfter, formBefore));
    features.add(context.afterColon ? SUBJECT_BEFORE_COLON.at() : SUBJECT_BEFORE_PLAIN.at());
    features.add(SUBJECT_BEFORE_EDGE.at(edge));
    features.add(
      SUBJECT_BEFORE_VERB.at(
        STRENGTH[cueBefore.strength],
        FINITE[cueBefore.form],
        truth(context.endsWithComma),
      ),
    );
  }
  const role = story.cueOf(mention);
  if (role !== null && cueAfter?.subject !== mention && cueBefore?.subject !== mention) {
    features.add(REPORTS.at(zone));
    features.add(REPORTS_FORM.at(formOf(role), zone));
    features.add(REPORTS_HOW.at(zone, edge, formAfter, formBefore));
  }

  const { subject } = mention;
  features.add(subject ? SUBJECT.at(zone) : OBJECT.at(zone));
  if (mention.possessive) {
    features.add(POSSESSIVE.at());
    features.add(POSSESSIVE_GAP.at(bucket(gap)));
  }
  const before = itemAt(tokens, mention.first - 1);
  const beyond = tokens[mention.last + 1];
  if (mention.oblique) {
    features.add(OBLIQUE.at());
    features.add(OBLIQUE_AFTER.at(PREPOSITION[before?.lower ?? ""] ?? 0));
  }
  if (before?.kind === "word" && before.word.cue !== null && cueAfter?.subject !== mention)
    features.add(before.word.cue.verb === "tell" ? OBJECT_OF_TELL.at() : OBJECT_OF_CUE.at());

  if (paragraphs === 0) {
    features.add(BETWEEN.at(zone, passagesBetween(story, passage, mention)));
    features.add(NEARER.at(zone, mentionsBetween(story, passage, mention)));
  }
  if (after && mention.first === at + 1 && tokens[at - 1]?.text === ",") features.add(COMMA_BOTH.at());
  if (after && gap <= 2 && /^[―—–-]+$/.test(before?.text ?? "")) features.add(SIGN_OFF.at());
  if (after && beyond?.text === ":") features.add(LABEL_OF_NEXT.at());
  if (!after && paragraphs === 0 && beyond?.text === ":" && mention.last + 2 === at) features.add(LABEL.at());
  if (paragraphs === 1) {
    const neighbours = story.mentionsIn(mention.paragraph);
    const position = mention.index - (neighbours[0] ?? mention).index;
    features.add(FROM_END.at(Math.min(neighbours.length - 1 - position, 4)));
    features.add(FROM_START.at(Math.min(position, 3)));
    features.add(AFTER_COLON_PARAGRAPH.at(truth(context.afterColonParagraph)));
    features.add(WHOLE_SUBJECT.at(truth(context.wholeParagraph), truth(subject)));
  }
  const [nearest, opening] = subjectPlace(story, mention, at);
  features.add(NEAREST.at(truth(nearest), truth(opening), edge, zone));
  features.add(NEAREST_HOW.at(truth(nearest), formAfter, formBefore));
  const next = nextOf(beyond, mention);
  features.add(NEXT_ZONE.at(next, zone));
  features.add(NEXT_EDGE.at(next, edge, zone));
  features.add(STARTS.at(zone, truth(subject), truth(before?.sentence !== mention.sentence)));
  features.add(LENGTH_ZONE.at(lengthOf(passage), zone, truth(subject)));
  if (cueBefore?.subject === mention) {
    features.add(BEFORE_VERB.at(verbOf(cueBefore)));
    features.add(SUBJECT_BEFORE_KIND.at(kind, edge, bucket(context.gapBefore)));
  } else if (cueBefore !== null) features.add(NOT_BEFORE_VERB.at(verbOf(cueBefore), zone));
  if (cueAfter?.subject === mention) features.add(AFTER_VERB.at(verbOf(cueAfter)));
  const known = meant(mention);
  if (known !== null) {
    features.add(OFTEN_MENTIONED.at(Math.min(5, Math.floor(Math.log2(known.mentions.length + 1))), zone));
    // “Ask Peter Lund,” said Varga: who is named in the words hardly says them.
    const surname = known.named && known.kind === "person" ? (known.words.at(-1) ?? "") : "";
    if (surname.length > 2 && containsWord(story.text.slice(passage.start, passage.end), surname)) {
      features.add(SAID_NAMES.at(zone));
      features.add(SAID_NAMES_HOW.at(formAfter, formBefore));
    }
  }
  if (last === null) return;

  const { source } = last;
  const near =
    last.passage.paragraph === passage.paragraph
      ? tokens[last.passage.at]?.sentence === sentence
        ? NEAR.sentence
        : NEAR.paragraph
      : last.passage.paragraph === passage.paragraph - 1
        ? NEAR.before
        : NEAR.far;
  if (source === mention) {
    features.add(LAST.at(near));
    features.add(LAST_HOW.at(near, formAfter, formBefore));
    features.add(LAST_EDGE.at(near, edge, truth(context.wholeParagraph), zone));
    features.add(LAST_KIND.at(near, kind));
  } else if (source !== null) {
    features.add(OTHER.at(near, zone));
    const entity = meant(mention);
    if (entity !== null && meant(source) === entity) {
      features.add(LAST_ENTITY.at(near));
      features.add(LAST_ENTITY_ZONE.at(near, zone, edge));
      features.add(LAST_ENTITY_KIND.at(kind, kindOf(source)));
    } else if (entity !== null) features.add(OTHER_ENTITY.at(near, zone, edge));
  }
}

function zoneOf(paragraphs: number, sameSentence: boolean, after: boolean): number {
  if (paragraphs !== 0) return paragraphs === 1 ? ZONE.p1 : paragraphs < 0 ? ZONE.next : ZONE.p2;
  if (sameSentence) return after ? ZONE.sA : ZONE.sB;
  return after ? ZONE.pA : ZONE.pB;
}

/** What stands right after a mention, as far as it tells whether the mention does something. */
function nextOf(beyond: Token | undefined, { possessive, sentence }: Mention): number {
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

/** Whether no other subject stands between a mention and the passage behind it, and none before it in its sentence. */
function subjectPlace(
  { mentions }: Story,
  { index, first, sentence, subject }: Mention,
  at: number,
): readonly [nearest: boolean, opening: boolean] {
  if (!subject || first > at) return [subject, subject];
  let [nearest, opening] = [true, true];
  for (let next = index + 1; nearest; next++) {
    const other = mentions[next];
    if (other === undefined || other.first >= at || next > index + FAR) break;
    if (other.subject && other.sentence === sentence) nearest = false;
  }
  for (let back = index - 1; opening; back--) {
    const other = itemAt(mentions, back);
    if (other?.sentence !== sentence) break;
    if (other.subject) opening = false;
  }
  return [nearest, opening];
}

const verbOf = ({ verb }: Cue): number => (Object.hasOwn(VERB, verb) ? (VERB[verb] ?? 0) : 0);

const SPEAKING = new Set(["i", "we", "you"]);

function kindOf({ kind, text }: Mention): number {
  if (kind !== "pronoun") return KIND[kind];
  return SPEAKING.has(text) ? KIND.first : text === "it" ? KIND.it : KIND.pron;
}

function lengthOf({ start, end }: PlacedPassage): number {
  const length = end - start;
  if (length < 18) return length < 9 ? LENGTH[1] : LENGTH[2];
  return length < 30 ? LENGTH[4] : length < 60 ? LENGTH[8] : LENGTH.long;
}

function bucket(distance: number): number {
  if (distance <= 3) return distance <= 1 ? GAP[0] : GAP[2];
  if (distance <= 12) return distance <= 6 ? GAP[5] : GAP[10];
  return distance <= 25 ? GAP[20] : distance <= 60 ? GAP[50] : GAP[99];
}

function formOf({ form, strength }: Cue): number {
  // The forms of both strengths stand in the order of FINITE.
  if (form === "phrase") return FORM.phrase;
  return FINITE[form] + (strength === "speech" ? FORM["speech-finite"] : FORM["act-finite"]);
}
