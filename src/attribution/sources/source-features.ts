import type { Reference } from "#attribution/coreference/reference.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { truth } from "#attribution/ranking/features.ts";
import type { Features } from "#attribution/ranking/linear-model.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";
import { containsWord } from "#attribution/words/contains-word.ts";
import { mentionsBetween, passagesBetween } from "./between.ts";
import type { LastQuotation } from "./source.ts";
import {
  AFTER_COLON_PARAGRAPH,
  AFTER_VERB,
  BEFORE_VERB,
  BETWEEN,
  bucket,
  COMMA_BOTH,
  EDGE,
  FAR,
  FINITE,
  FROM_END,
  FROM_START,
  formOf,
  IN_ZONE,
  kindOf,
  LABEL,
  LABEL_OF_NEXT,
  LAST,
  LAST_EDGE,
  LAST_ENTITY,
  LAST_ENTITY_KIND,
  LAST_ENTITY_ZONE,
  LAST_HOW,
  LAST_KIND,
  LENGTH_ZONE,
  lengthOf,
  NEAR,
  NEARER,
  NEAREST,
  NEAREST_HOW,
  NEXT_EDGE,
  NEXT_ZONE,
  NOT_BEFORE_VERB,
  nextOf,
  OBJECT,
  OBJECT_OF_CUE,
  OBJECT_OF_TELL,
  OBLIQUE,
  OBLIQUE_AFTER,
  OF_KIND,
  OFTEN_MENTIONED,
  ORDER,
  OTHER,
  OTHER_ENTITY,
  POSSESSIVE,
  POSSESSIVE_GAP,
  PREPOSITION,
  REPORTS,
  REPORTS_FORM,
  REPORTS_HOW,
  SAID_NAMES,
  SAID_NAMES_HOW,
  SIGN_OFF,
  STARTS,
  STRENGTH,
  SUBJECT,
  SUBJECT_AFTER,
  SUBJECT_AFTER_EDGE,
  SUBJECT_AFTER_GAP,
  SUBJECT_BEFORE,
  SUBJECT_BEFORE_COLON,
  SUBJECT_BEFORE_EDGE,
  SUBJECT_BEFORE_GAP,
  SUBJECT_BEFORE_HOW,
  SUBJECT_BEFORE_KIND,
  SUBJECT_BEFORE_PLAIN,
  SUBJECT_BEFORE_VERB,
  verbOf,
  WHOLE_SUBJECT,
  ZONE_EDGE,
  ZONE_GAP,
  ZONE_HOW,
  ZONE_KIND,
  zoneOf,
} from "./source-feature-space.ts";

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
