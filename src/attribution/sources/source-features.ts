import type { Cue } from "#attribution/cues/cue.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { FeatureSpace, TRUTH, truth, upTo, type Values, values } from "#attribution/ranking/features.ts";
import type { Features } from "#attribution/ranking/linear-model.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";
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
const LAST_CONTINUES = family`last continues`;
const LAST_NEW = family`last new`;
const OTHER = family`other=${NEAR} zone=${ZONE}`;
const LAST_ENTITY = family`last entity=${NEAR}`;

/** Tells what speaks for and against one mention as the source of one passage. */
export function sourceFeatures(
  story: Story,
  passage: PlacedPassage,
  mention: Mention,
  last: LastQuotation | null,
  features: Features,
): void {
  const { tokens } = story;
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
    features.add(passage.continues ? LAST_CONTINUES.at() : LAST_NEW.at());
  } else if (source !== null) {
    features.add(OTHER.at(near, zone));
    const entity = story.entityOf(mention);
    if (entity !== null && story.entityOf(source) === entity) features.add(LAST_ENTITY.at(near));
  }
}

function zoneOf(paragraphs: number, sameSentence: boolean, after: boolean): number {
  if (paragraphs !== 0) return paragraphs === 1 ? ZONE.p1 : paragraphs < 0 ? ZONE.next : ZONE.p2;
  if (sameSentence) return after ? ZONE.sA : ZONE.sB;
  return after ? ZONE.pA : ZONE.pB;
}

const SPEAKING = new Set(["i", "we", "you"]);

function kindOf({ kind, text }: Mention): number {
  if (kind !== "pronoun") return KIND[kind];
  return SPEAKING.has(text) ? KIND.first : text === "it" ? KIND.it : KIND.pron;
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
