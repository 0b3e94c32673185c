import type { Entity } from "#attribution/entities/entity.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { values } from "#attribution/ranking/features.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import type { RecentEntity } from "./recent-entities.ts";

/** The reporting words whose subject an anaphor is, by what they say of the talk: it goes on, answers or asks. */
export const VERB = values("none", "add", "answer", "ask", "say", "other");

/** Whom a pronoun meant, and where it stood. */
export interface PronounBefore {
  readonly entity: Entity;
  readonly mention: Mention;
}

/** A pronoun or role phrase whose bearer is asked for, and what is the same for all who may be. */
export interface Anaphor {
  readonly mention: Mention;
  /** A value of VERB. */
  readonly verb: number;
  /** Somebody of another gender is told: “she told him”. */
  readonly tellsOther: boolean;
  /** The words it says, where it is a source; else empty. */
  readonly said: string;
  /** What it says opens the paragraph. */
  readonly opensParagraph: boolean;
  /** It says no more than may be a turn in an exchange. */
  readonly isShort: boolean;
  /** The last pronoun of the same kind. */
  readonly before: PronounBefore | null;
  /** Who was first a subject in its paragraph, and in the one before. */
  readonly opener: Entity | null;
  readonly openerBefore: Entity | null;
  readonly lastSpeaker: Entity | null;
  readonly speakerBefore: Entity | null;
  readonly lastReporter: Entity | null;
  /**
   * How many may be meant, how often the most mentioned of them was, how many its own sentence or the last mentions,
   * and how many its paragraph.
   */
  readonly candidates: number;
  readonly mostMentioned: number;
  readonly near: number;
  readonly here: number;
}

/** The pronouns that may be meant alike: “she” and “her”, “they”, “it”. */
export function pronounClass({ plural, gender, text }: Mention): string {
  return plural ? "plural" : (gender ?? text);
}

const ADD = /^(?:add|continue|go|conclude|note|elaborate)$/;
const ANSWER = /^(?:answer|reply|respond|retort|counter)$/;
const ASK = /^(?:ask|wonder|inquire|enquire)$/;

export function verbClass(verb: string | null): number {
  if (verb === null) return VERB.none;
  if (ADD.test(verb)) return VERB.add;
  if (ANSWER.test(verb)) return VERB.answer;
  if (ASK.test(verb)) return VERB.ask;
  return verb === "say" || verb === "tell" ? VERB.say : VERB.other;
}

/** The words of the passages, joined. */
export function wordsSaid({ text }: Story, passages: readonly PlacedPassage[]): string {
  return passages.map(({ start, end }) => text.slice(start, end)).join(" ");
}

/** “There was always a dent,” she told him: the object of the reporting verb is of another gender than its subject. */
export function tellsOther({ tokens, cueOf }: Story, mention: Mention): boolean {
  const cue = cueOf(mention);
  if (cue === null || mention.gender === null) return false;
  for (let at = cue.at + 1; at <= cue.at + 2; at++) {
    const gender = tokens[at]?.word.pronoun?.gender ?? null;
    if (gender !== null) return gender !== mention.gender;
  }
  return false;
}

/** Of those who may be meant: how often the most mentioned was mentioned, and how many stand near. */
export function compareCandidates(
  { sentence, paragraph }: Mention,
  candidates: readonly RecentEntity[],
): Pick<Anaphor, "candidates" | "mostMentioned" | "near" | "here"> {
  let [mostMentioned, near, here] = [0, 0, 0];
  for (const { timesMentioned, mention } of candidates) {
    mostMentioned = Math.max(mostMentioned, timesMentioned);
    if (sentence - mention.sentence <= 1) near++;
    if (mention.paragraph === paragraph) here++;
  }
  return { candidates: candidates.length, mostMentioned, near, here };
}
