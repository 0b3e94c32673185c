import type { Mention } from "#attribution/mentions/mention.ts";
import { FeatureSpace, TRUTH, truth, upTo, values } from "#attribution/ranking/features.ts";
import type { Features } from "#attribution/ranking/linear-model.ts";
import type { Story } from "#attribution/story.ts";
import { containsWord } from "#attribution/words/contains-word.ts";
import { type Anaphor, VERB } from "./anaphor.ts";
import { NEXT, PREPOSITION, PROMINENCE, placesOf } from "./mention-place.ts";
import type { RecentEntity } from "./recent-entities.ts";

/** Whether somebody was the last to speak, or the one before. */
const SPOKE = values("neither", "last", "before");
const AGREES = values("unknown", "agrees", "clashes");
/** What an entity's gender is known by. */
const KNOWN_BY = values("nothing", "one word", "given name", "title", "role");

export const ANTECEDENT_FEATURES = new FeatureSpace();
const family = ANTECEDENT_FEATURES.family.bind(ANTECEDENT_FEATURES);

const PARAGRAPHS = family`paragraphs=${upTo(4)}`;
const SENTENCES = family`sentences=${upTo(4)}`;
const RANK = family`rank=${upTo(3)}`;
const RANK_PROMINENCE = family`rank=${upTo(3)} ${PROMINENCE}`;
const OF_PROMINENCE = family`${PROMINENCE}`;
const PROMINENCE_SENTENCES = family`${PROMINENCE} sentences=${upTo(2)}`;
const PREDICATE = family`predicate`;
const LAST_REPORTER = family`last reporter`;
const LAST_REPORTER_PARAGRAPHS = family`last reporter paragraphs=${upTo(2)}`;
const ORGANIZATION = family`organization`;
const GENDER = family`gender ${AGREES}`;
const GENDER_KNOWN_BY = family`gender ${AGREES} known by ${KNOWN_BY}`;
const LAST_SPEAKER = family`last speaker`;
const LAST_SPEAKER_PARAGRAPHS = family`last speaker paragraphs=${upTo(2)}`;
const SPOKE_BEFORE = family`spoke before`;
const OFTEN_NAMED = family`often named`;
const NAMED_ONCE = family`named once`;
const UNNAMED = family`unnamed reported=${TRUTH}`;
const ONE_WORD = family`one word reported=${TRUTH}`;
const THROUGH_PRONOUN = family`through pronoun`;
const IN_SAID = family`said names=${TRUTH} speaker=${TRUTH}`;
const IN_SAID_PARAGRAPHS = family`said names paragraphs=${upTo(2)}`;
const MODIFIER = family`modifier`;
const PRONOUN_BEFORE = family`pronoun before sentences=${upTo(3)}`;
const PRONOUN_BEFORE_PARAGRAPH = family`pronoun before paragraph=${TRUTH} opens=${TRUTH}`;
const OTHER_PRONOUN = family`other pronoun before paragraph=${TRUTH} sentences=${upTo(3)}`;
const VERB_SPEAKER = family`verb=${VERB} speaker=${TRUTH}`;
const TELLS_OTHER = family`tells another speaker=${TRUTH} gender ${AGREES}`;
const OBLIQUE = family`oblique ${PREPOSITION}`;
const MENTIONED = family`mentioned=${upTo(5)}`;
const MOST_MENTIONED = family`most mentioned=${TRUTH} candidates=${upTo(3)}`;
const OPENER = family`opener=${TRUTH} of the paragraph before=${TRUTH} opens=${TRUTH}`;
const NEAR = family`near=${upTo(3)} sentences=${upTo(2)}`;
const OPENS_PROMINENCE = family`opens=${TRUTH} ${PROMINENCE} sentences=${upTo(3)}`;
const OPENS_SPEAKER = family`opens=${TRUTH} speaker=${TRUTH} paragraphs=${upTo(3)}`;
const OPENS_REPORTER = family`opens=${TRUTH} reporter=${TRUTH} paragraphs=${upTo(3)}`;
const FIRST_PARAGRAPH = family`first paragraph`;
const SUBORDINATE = family`in a subordinate clause`;
const IN_PARAGRAPH = family`in paragraph=${upTo(3)}`;
const SUBJECT_OFTEN = family`subject=${upTo(3)}`;
const ALONE = family`alone in the paragraph ${PROMINENCE} sentences=${upTo(2)}`;
const REPORTER_PLACE = family`last reporter ${PROMINENCE} sentences=${upTo(2)}`;
const TURN = family`turn=${SPOKE} opens=${TRUTH} short=${TRUTH} tells another=${TRUTH}`;
const FOLLOWED = family`followed by ${NEXT} paragraphs=${upTo(2)}`;

const BE = new Set(["was", "is", "were", "are"]);

/** Tells what speaks for and against one entity as the one that a pronoun or a role phrase means. */
export function antecedentFeatures(
  story: Story,
  anaphor: Anaphor,
  candidate: RecentEntity,
  rank: number,
  features: Features,
): void {
  const { mention, opensParagraph } = anaphor;
  const { entity, mention: last, prominence } = candidate;
  const { tokens } = story;
  const paragraphs = Math.min(mention.paragraph - last.paragraph, 4);
  const sentences = Math.min(mention.sentence - last.sentence, 4);
  const opens = truth(opensParagraph);
  const speaker = anaphor.lastSpeaker === entity;
  const reporter = anaphor.lastReporter === entity;
  features.add(PARAGRAPHS.at(paragraphs));
  features.add(SENTENCES.at(sentences));
  features.add(RANK.at(Math.min(rank, 3)));
  features.add(RANK_PROMINENCE.at(Math.min(rank, 3), prominence));
  features.add(OF_PROMINENCE.at(prominence));
  features.add(PROMINENCE_SENTENCES.at(prominence, Math.min(sentences, 2)));
  features.add(OPENS_PROMINENCE.at(opens, prominence, Math.min(sentences, 3)));
  features.add(NEAR.at(Math.min(anaphor.near, 3), Math.min(sentences, 2)));
  const place = placesOf(story)[last.index];
  features.add(FOLLOWED.at(place?.next, Math.min(paragraphs, 2)));
  // “The hero was Freya Clarke.”
  if (BE.has(tokens[last.first - 1]?.lower ?? "")) features.add(PREDICATE.at());
  if (place?.modifier) features.add(MODIFIER.at());
  if (place?.subordinate) features.add(SUBORDINATE.at());
  if (last.oblique) features.add(OBLIQUE.at(place?.preposition));
  if (last.kind === "pronoun") features.add(THROUGH_PRONOUN.at());

  if (reporter) {
    features.add(LAST_REPORTER.at());
    features.add(LAST_REPORTER_PARAGRAPHS.at(Math.min(paragraphs, 2)));
  }
  if (speaker) {
    features.add(LAST_SPEAKER.at());
    features.add(LAST_SPEAKER_PARAGRAPHS.at(Math.min(paragraphs, 2)));
  } else if (candidate.timesSpoke > 0) features.add(SPOKE_BEFORE.at());
  features.add(VERB_SPEAKER.at(anaphor.verb, truth(speaker)));
  features.add(OPENS_SPEAKER.at(opens, truth(speaker), Math.min(paragraphs, 3)));
  features.add(OPENS_REPORTER.at(opens, truth(reporter), Math.min(paragraphs, 3)));
  if (anaphor.here === 1 && last.paragraph === mention.paragraph)
    features.add(ALONE.at(prominence, Math.min(sentences, 2)));
  if (reporter) features.add(REPORTER_PLACE.at(prominence, Math.min(sentences, 2)));
  const turn = speaker ? SPOKE.last : anaphor.speakerBefore === entity ? SPOKE.before : SPOKE.neither;
  if (anaphor.said !== "")
    features.add(TURN.at(turn, opens, truth(anaphor.isShort), truth(anaphor.tellsOther)));
  features.add(OPENER.at(truth(anaphor.opener === entity), truth(anaphor.openerBefore === entity), opens));
  pronounFeatures(anaphor, candidate, features);

  if (entity.kind === "organization") features.add(ORGANIZATION.at());
  const gender = agreement(mention, candidate);
  if (mention.gender !== null) features.add(GENDER.at(gender));
  features.add(GENDER_KNOWN_BY.at(gender, knownBy(candidate)));
  if (anaphor.tellsOther) features.add(TELLS_OTHER.at(truth(speaker), gender));
  if (candidate.timesNamed > 2) features.add(OFTEN_NAMED.at());
  if (candidate.timesNamed === 1) features.add(NAMED_ONCE.at());
  if (!entity.named) features.add(UNNAMED.at(truth(candidate.reported)));
  else if (entity.words.length === 1) features.add(ONE_WORD.at(truth(candidate.reported)));
  features.add(MENTIONED.at(Math.min(5, Math.floor(Math.log2(candidate.timesMentioned + 1)))));
  features.add(
    MOST_MENTIONED.at(
      truth(candidate.timesMentioned >= anaphor.mostMentioned),
      Math.min(3, anaphor.candidates - 1),
    ),
  );
  features.add(
    IN_PARAGRAPH.at(last.paragraph === mention.paragraph ? Math.min(3, candidate.timesInParagraph) : 0),
  );
  features.add(SUBJECT_OFTEN.at(Math.min(3, candidate.timesSubject)));
  if (entity.first.paragraph === 0) features.add(FIRST_PARAGRAPH.at());
  // “Ida does not hear the crowd,” she said: who is named in the words hardly says them.
  if (anaphor.said !== "" && entity.named) {
    const surname = entity.words.at(-1) ?? "";
    const named = surname.length > 2 && containsWord(anaphor.said, surname);
    features.add(IN_SAID.at(truth(named), truth(speaker)));
    if (named) features.add(IN_SAID_PARAGRAPHS.at(Math.min(paragraphs, 2)));
  }
}

/** Whom the last pronoun of the same kind meant, and how far back. */
function pronounFeatures(
  { before, mention, opensParagraph }: Anaphor,
  { entity }: RecentEntity,
  features: Features,
): void {
  if (before === null) return;
  const sentences = Math.min(Math.max(mention.sentence - before.mention.sentence, 0), 3);
  const same = truth(before.mention.paragraph === mention.paragraph);
  if (before.entity === entity) {
    features.add(PRONOUN_BEFORE.at(sentences));
    features.add(PRONOUN_BEFORE_PARAGRAPH.at(same, truth(opensParagraph)));
  } else features.add(OTHER_PRONOUN.at(same, sentences));
}

function agreement({ gender }: Mention, { entity }: RecentEntity): number {
  if (gender === null || entity.gender === null) return AGREES.unknown;
  return entity.gender === gender ? AGREES.agrees : AGREES.clashes;
}

function knownBy({ entity }: RecentEntity): number {
  if (!entity.named) return KNOWN_BY.nothing;
  if (entity.first.title !== null && entity.first.title.gender !== null) return KNOWN_BY.title;
  if (entity.givenGender !== null && entity.words.length > 1) return KNOWN_BY["given name"];
  if (entity.role !== null) return KNOWN_BY.role;
  return entity.words.length === 1 ? KNOWN_BY["one word"] : KNOWN_BY.nothing;
}
