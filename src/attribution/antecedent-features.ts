import { FeatureSpace, TRUTH, upTo, values } from "./features.ts";
import type { Features } from "./linear-model.ts";
import { isSubject, type Scene } from "./scene.ts";
import type { Mention } from "./story.ts";

/** What the story so far says about one entity, seen from the pronoun or role phrase to be resolved. */
export interface Trace {
  /** Its last mention before, pronouns included. */
  readonly mention: number;
  /** The last stretch it spoke; -1 for none. */
  readonly spoke: number;
  /** How often it spoke and was named so far. */
  readonly times: number;
  readonly named: number;
}

/** Where the walk through the story stands. */
export interface Moment {
  /** Who spoke last, and who was last the subject of any reporting words; -1 for nobody. */
  readonly lastSpeaker: number;
  readonly lastReporter: number;
}

const WHAT = values("pron", "role");
const GENDER = values("unknown", "agrees", "clashes");

export const ANTECEDENT_FEATURES = new FeatureSpace();
const family = ANTECEDENT_FEATURES.family.bind(ANTECEDENT_FEATURES);

const PARAGRAPHS = family`${WHAT} paragraphs=${upTo(4)}`;
const SENTENCES = family`${WHAT} sentences=${upTo(4)} subject=${TRUTH}`;
const RANK = family`${WHAT} rank=${upTo(4)}`;
const RANK_SUBJECT = family`${WHAT} rank=${upTo(4)} subject=${TRUTH}`;
const PARAGRAPHS_SUBJECT = family`${WHAT} paragraphs=${upTo(4)} subject=${TRUTH}`;
const REPORTS_SENTENCES = family`${WHAT} reports sentences=${upTo(3)}`;
const REPORTS_PARAGRAPHS = family`${WHAT} reports paragraphs=${upTo(2)}`;
const FIRST_SUBJECT = family`${WHAT} first subject sentences=${upTo(3)}`;
const PREDICATE = family`${WHAT} predicate`;
const LAST_REPORTER = family`${WHAT} last reporter`;
const LAST_REPORTER_PARAGRAPHS = family`${WHAT} last reporter paragraphs=${upTo(4)}`;
const OBLIQUE = family`${WHAT} oblique sentences=${upTo(2)}`;
const POSSESSIVE = family`${WHAT} possessive`;
const ORGANIZATION = family`${WHAT} organization`;
const GENDERS = family`${WHAT} gender ${GENDER}`;
const LAST_SPEAKER = family`${WHAT} last speaker`;
const LAST_SPEAKER_PARAGRAPHS = family`${WHAT} last speaker paragraphs=${upTo(4)}`;
const SPOKE_BEFORE = family`${WHAT} spoke before`;
const OFTEN_NAMED = family`${WHAT} often named`;
const NAMED_ONCE = family`${WHAT} named once`;
const ONE_WORD = family`${WHAT} one word`;
const THROUGH_PRONOUN = family`${WHAT} through pronoun ${upTo(3)}`;
const INTRODUCED = family`role introduced`;
const NEVER_INTRODUCED = family`role never introduced`;

const BE = new Set(["was", "is", "were", "are"]);

/** What speaks for and against one entity as the one that a pronoun or a role phrase means. */
export function antecedentFeatures(
  { mentions, tokens, entities, cueOf }: Scene,
  anaphor: Mention,
  entity: number,
  trace: Trace,
  place: number,
  { lastSpeaker, lastReporter }: Moment,
): Features {
  const features: Features = [];
  const known = entities.list[entity];
  const last = mentions[trace.mention];
  if (known === undefined || last === undefined) return features;
  const what = anaphor.kind === "pronoun" ? WHAT.pron : WHAT.role;
  const paragraphs = Math.min(anaphor.paragraph - last.paragraph, 4);
  const sentences = Math.min(anaphor.sentence - last.sentence, 4);
  const rank = Math.min(place, 4);
  const isLastSubject = isSubject(tokens, last);
  const subject = isLastSubject ? TRUTH.true : TRUTH.false;
  features.push(
    PARAGRAPHS.at(what, paragraphs),
    SENTENCES.at(what, sentences, subject),
    RANK.at(what, rank),
    RANK_SUBJECT.at(what, rank, subject),
  );
  if (paragraphs > 0) features.push(PARAGRAPHS_SUBJECT.at(what, paragraphs, subject));
  if (!last.possessive && (cueOf[trace.mention] ?? -1) >= 0)
    features.push(
      REPORTS_SENTENCES.at(what, Math.min(sentences, 3)),
      REPORTS_PARAGRAPHS.at(what, Math.min(paragraphs, 2)),
    );
  else if (isLastSubject && mentions[trace.mention - 1]?.sentence !== last.sentence)
    features.push(FIRST_SUBJECT.at(what, Math.min(sentences, 3)));
  // “The hero was Freya Clarke.”
  if (BE.has(tokens[last.first - 1]?.lower ?? "")) features.push(PREDICATE.at(what));
  if (lastReporter === entity)
    features.push(LAST_REPORTER.at(what), LAST_REPORTER_PARAGRAPHS.at(what, paragraphs));
  if (last.oblique) features.push(OBLIQUE.at(what, Math.min(sentences, 2)));
  if (last.possessive) features.push(POSSESSIVE.at(what));
  if (known.kind === "organization") features.push(ORGANIZATION.at(what));
  if (anaphor.gender !== null)
    features.push(
      GENDERS.at(
        what,
        known.gender === null
          ? GENDER.unknown
          : known.gender === anaphor.gender
            ? GENDER.agrees
            : GENDER.clashes,
      ),
    );
  if (lastSpeaker === entity)
    features.push(LAST_SPEAKER.at(what), LAST_SPEAKER_PARAGRAPHS.at(what, paragraphs));
  else if (trace.spoke >= 0) features.push(SPOKE_BEFORE.at(what));
  if (trace.named > 2) features.push(OFTEN_NAMED.at(what));
  if (trace.named === 1) features.push(NAMED_ONCE.at(what));
  if (known.words.length === 1) features.push(ONE_WORD.at(what));
  if (last.kind === "pronoun") features.push(THROUGH_PRONOUN.at(what, Math.min(sentences, 3)));
  // “the minister”: whom the story introduced with that word.
  if (what === WHAT.role)
    features.push(
      anaphor.words.some((word) => known.roleHeads.has(word)) ? INTRODUCED.at() : NEVER_INTRODUCED.at(),
    );
  return features;
}
