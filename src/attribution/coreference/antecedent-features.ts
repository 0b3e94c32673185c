import type { Entity } from "#attribution/entities/entity.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { FeatureSpace, TRUTH, upTo, values } from "#attribution/ranking/features.ts";
import type { Features } from "#attribution/ranking/linear-model.ts";
import type { Story } from "#attribution/story.ts";
import { PROMINENCE } from "./prominence.ts";
import type { RecentEntity } from "./recent-entities.ts";

const GENDER = values("unknown", "agrees", "clashes");

export const ANTECEDENT_FEATURES = new FeatureSpace();
const family = ANTECEDENT_FEATURES.family.bind(ANTECEDENT_FEATURES);

const PARAGRAPHS = family`paragraphs=${upTo(4)}`;
const SENTENCES = family`sentences=${upTo(4)}`;
const RANK = family`rank=${upTo(3)}`;
const OF_PROMINENCE = family`${PROMINENCE}`;
const PROMINENCE_SENTENCES = family`${PROMINENCE} sentences=${upTo(2)}`;
const PREDICATE = family`predicate`;
const LAST_REPORTER = family`last reporter`;
const LAST_REPORTER_PARAGRAPHS = family`last reporter paragraphs=${upTo(2)}`;
const ORGANIZATION = family`organization`;
const GENDERS = family`gender ${GENDER}`;
const LAST_SPEAKER = family`last speaker`;
const LAST_SPEAKER_PARAGRAPHS = family`last speaker paragraphs=${upTo(2)}`;
const SPOKE_BEFORE = family`spoke before`;
const OFTEN_NAMED = family`often named`;
const NAMED_ONCE = family`named once`;
const UNNAMED = family`unnamed reported=${TRUTH}`;
const ONE_WORD = family`one word reported=${TRUTH}`;
const THROUGH_PRONOUN = family`through pronoun`;

const BE = new Set(["was", "is", "were", "are"]);

/** Who spoke last, and who was last the subject of any reporting words. */
interface LastVoices {
  readonly lastSpeaker: Entity | null;
  readonly lastReporter: Entity | null;
}

/** Tells what speaks for and against one entity as the one that a pronoun or a role phrase means. */
export function antecedentFeatures(
  { tokens }: Story,
  anaphor: Mention,
  candidate: RecentEntity,
  rank: number,
  { lastSpeaker, lastReporter }: LastVoices,
  features: Features,
): void {
  const { entity, mention: last, prominence } = candidate;
  const paragraphs = Math.min(anaphor.paragraph - last.paragraph, 4);
  const sentences = Math.min(anaphor.sentence - last.sentence, 4);
  features.add(PARAGRAPHS.at(paragraphs));
  features.add(SENTENCES.at(sentences));
  features.add(RANK.at(Math.min(rank, 3)));
  features.add(OF_PROMINENCE.at(prominence));
  features.add(PROMINENCE_SENTENCES.at(prominence, Math.min(sentences, 2)));
  // “The hero was Freya Clarke.”
  if (BE.has(tokens[last.first - 1]?.lower ?? "")) features.add(PREDICATE.at());
  if (lastReporter === entity) {
    features.add(LAST_REPORTER.at());
    features.add(LAST_REPORTER_PARAGRAPHS.at(Math.min(paragraphs, 2)));
  }
  if (entity.kind === "organization") features.add(ORGANIZATION.at());
  if (anaphor.gender !== null)
    features.add(
      GENDERS.at(
        entity.gender === null
          ? GENDER.unknown
          : entity.gender === anaphor.gender
            ? GENDER.agrees
            : GENDER.clashes,
      ),
    );
  if (lastSpeaker === entity) {
    features.add(LAST_SPEAKER.at());
    features.add(LAST_SPEAKER_PARAGRAPHS.at(Math.min(paragraphs, 2)));
  } else if (candidate.timesSpoke > 0) features.add(SPOKE_BEFORE.at());
  if (candidate.timesNamed > 2) features.add(OFTEN_NAMED.at());
  if (candidate.timesNamed === 1) features.add(NAMED_ONCE.at());
  if (!entity.named) features.add(UNNAMED.at(candidate.reported ? TRUTH.true : TRUTH.false));
  else if (entity.words.length === 1)
    features.add(ONE_WORD.at(candidate.reported ? TRUTH.true : TRUTH.false));
  if (last.kind === "pronoun") features.add(THROUGH_PRONOUN.at());
}
