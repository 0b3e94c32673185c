import { newEntity } from "#attribution/entities/gather-entities.ts";
import { pairOf } from "#attribution/entities/pairs.ts";
import { AGED } from "#attribution/mentions/role-mentions.ts";
import type { Entity, Mention, Reference, Source } from "#attribution/parts.ts";
import { type LinearModel, softmax } from "#attribution/ranking/linear-model.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/item-at.ts";
import { UNKNOWN } from "#attribution/words/word.ts";
import { antecedentFeatures } from "./antecedent-features.ts";
import { isAged, namedAhead } from "./antecedents.ts";
import { apposition } from "./apposition.ts";
import { prominenceOf } from "./prominence.ts";
import { findRecent, moveToFront, type RecentEntity } from "./recent-entities.ts";
import { holderOf, soleHolders } from "./role-holders.ts";
import { subjectBefore } from "./subject-before.ts";
import { unintroduced } from "./unintroduced.ts";

/** Lets a teacher see each choice, and correct it: returns the entity to go on with, or null to let it stand. */
export type Observe = (mention: number, entities: readonly number[]) => number | null;

const NOBODY: Reference = { entity: -1, probability: 0 };
const RECENT = 6;
/** Before the name of a place: “in Nakuru”. */
const PLACING = new Set(["in", "at", "near", "from", "to", "across", "around", "outside", "into"]);

/**
 * Walks through the story and says of every mention whom it means: a name its bearer, a pronoun or “the minister”
 * whoever the ranker finds likeliest among those lately spoken of, an unnamed role itself.
 */
export function resolveMentions(
  story: Story,
  sources: readonly Source[],
  model: LinearModel,
  observe?: Observe,
): readonly Reference[] {
  const { mentions, entities } = story;
  const references: Reference[] = [];
  const recent: RecentEntity[] = [];
  const pairs = new Map<string, number>();
  const speaksAs = new Map<number, number>();
  for (const [passage, source] of sources.entries())
    if (source.mention >= 0) speaksAs.set(source.mention, passage);
  const held = new Set<string>();
  for (const { named, roleHeads } of entities.list) if (named) for (const head of roleHeads) held.add(head);
  let lastSpeaker = -1;
  let lastReporter = -1;

  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    const reference = refer(index, mention);
    references.push(reference);
    const { entity } = reference;
    // “her complaint” refers to somebody, but brings nobody up.
    if (entity < 0 || (mention.kind === "pronoun" && mention.possessive)) continue;
    const place = prominenceOf(story, index);
    const candidate = moveToFront(recent, entity, index, place);
    candidate.place =
      mentions[candidate.mention]?.sentence === mention.sentence ? Math.min(candidate.place, place) : place;
    candidate.mention = index;
    if (mention.kind !== "pronoun") candidate.named++;
    const passage = speaksAs.get(index);
    if (passage !== undefined) {
      candidate.spoke = passage;
      candidate.times++;
      lastSpeaker = entity;
    }
    if (!mention.possessive && (story.cueOf[index] ?? -1) >= 0) {
      candidate.reported = true;
      lastReporter = entity;
    }
  }
  const holders = soleHolders(entities);
  return references.map((reference) => {
    const entity = holderOf(reference.entity, story, holders);
    return entity === reference.entity ? reference : { ...reference, entity };
  });

  function refer(index: number, mention: Mention): Reference {
    const known = entities.of[index] ?? -1;
    const pair = known >= 0 && speaksAs.has(index) ? pairOf(story, pairs, index, known) : -1;
    if (pair >= 0) return { entity: pair, probability: 0.9 };
    if (known >= 0) return { entity: known, probability: 1 };
    if (mention.kind === "pronoun") {
      if (story.tokens[mention.first]?.word.pronoun?.first) return NOBODY;
      const ahead = namedAhead(story, index);
      if (ahead >= 0 && fits(mention, ahead, findRecent(recent, ahead)))
        return { entity: ahead, probability: 0.8 };
      const fitting: RecentEntity[] = [];
      for (let at = 0; at < recent.length && fitting.length < RECENT; at++) {
        const candidate = recent[at] as RecentEntity;
        if (isMeant(mention, candidate)) fitting.push(candidate);
      }
      const sure = mention.gender === null ? -1 : subjectBefore(story, index, references, fitting);
      if (sure >= 0) return { entity: sure, probability: 0.9 };
      return rank(index, mention, withoutAsker(index, mention, fitting)) ?? NOBODY;
    }
    const apposed = apposition(story, index, mention, references);
    return apposed >= 0 ? { entity: apposed, probability: 0.95 } : resolvePhrase(index, mention);
  }

  function isMeant(mention: Mention, candidate: RecentEntity): boolean {
    return fits(mention, candidate.entity, candidate);
  }

  function fits(mention: Mention, id: number, candidate: RecentEntity | undefined): boolean {
    const entity = entities.list[id];
    if (entity === undefined) return false;
    if (mention.text === "it") return entity.kind === "organization";
    if (mention.plural) return entity.kind !== "person" || !entity.named || entity.gender === null;
    if (entity.kind === "organization" || entity.plural || isPlace(entity, candidate)) return false;
    return entity.gender === null || mention.gender === null || entity.gender === mention.gender;
  }

  /** “born in Nakuru”: one word, never more than where something happened. */
  function isPlace(entity: Entity, candidate: RecentEntity | undefined): boolean {
    if (candidate === undefined || candidate.times > 0) return false;
    if (entity.words.length > 1 || entity.gender !== null || entity.role !== null) return false;
    const last = mentions[candidate.mention] as Mention;
    return PLACING.has(itemAt(story.tokens, last.first - 1)?.lower ?? "");
  }

  /** “the minister”: somebody introduced as one; “a minister”: somebody new. */
  function resolvePhrase(index: number, mention: Mention): Reference {
    const lower = mention.text.toLowerCase();
    const { indefinite, determiner } = story.tokens[mention.first]?.word ?? UNKNOWN;
    const definite = determiner && !indefinite;
    const head = mention.words.at(-1) ?? "";
    const same = recent.find((candidate) => {
      const { named, words, name } = entities.list[candidate.entity] as Entity;
      return !named && words.at(-1) === head && (definite || name.toLowerCase() === lower);
    });
    if (definite && mention.kind === "organization") {
      const organization = recent.find(
        ({ entity }) =>
          entities.list[entity]?.kind === "organization" &&
          entities.list[entity]?.words.some((word) => word.toLowerCase() === head),
      );
      const latest =
        /^\S+ (?:\S+-based )?\S+$/.test(lower) &&
        /^(?:company|firm|group|agency|organization|organisation|department|body|union|trust|charity|newspaper|paper|utility|hospital|club|party|society|alliance|federation)$/.test(
          head,
        )
          ? recent.find(({ entity }) => {
              const known = entities.list[entity];
              return known?.kind === "organization" && known.named;
            })
          : undefined;
      const found = organization ?? same ?? latest;
      if (found !== undefined)
        return { entity: found.entity, probability: organization !== undefined ? 0.95 : 0.7 };
    }
    const age = AGED.exec(head)?.[1];
    if (definite && age !== undefined) {
      const people = recent.filter((candidate) => isMeant(mention, candidate)).slice(0, RECENT);
      const aged = people.find(({ entity }) => isAged(story, entity, age));
      const chosen = aged === undefined ? rank(index, mention, people) : null;
      if (aged !== undefined || chosen !== null)
        return chosen ?? { entity: aged?.entity ?? -1, probability: 0.95 };
    }
    if (definite && mention.kind === "role") {
      const introduced = recent.filter(
        (candidate) =>
          entities.list[candidate.entity]?.roleHeads.has(head) === true && isMeant(mention, candidate),
      );
      const chosen = introduced.length > 0 ? rank(index, mention, introduced.slice(0, RECENT)) : null;
      if (chosen !== null) return chosen;
    }
    if (same !== undefined) return { entity: same.entity, probability: 0.9 };
    const spoken = speaksAs.has(index) ? unintroduced(story, index, near(mention), held) : -1;
    if (spoken >= 0) return { entity: spoken, probability: 0.75 };
    if (mention.kind === "role" && mention.words.length === 0) return NOBODY;
    const id = entities.list.push(newEntity(mention, index)) - 1;
    entities.list[id]?.roleHeads.add(head);
    return { entity: id, probability: definite ? 0.8 : 0.95 };
  }

  /** The people named whom the paragraph, or the one before, has spoken of and whom a role phrase may mean. */
  function near(mention: Mention): readonly number[] {
    const found = recent.filter((candidate) => {
      const entity = entities.list[candidate.entity] as Entity;
      const last = mentions[candidate.mention] as Mention;
      if (!entity.named || entity.kind !== "person") return false;
      // A lone word may be a thing, and so may what an article precedes: “the Long Table”.
      if (entity.words.length < 2 && entity.gender === null) return false;
      if (itemAt(story.tokens, last.first - 1)?.word.determiner) return false;
      return mention.paragraph - last.paragraph <= 1 && isMeant(mention, candidate);
    });
    return found.map(({ entity }) => entity);
  }

  /** Pike put it to Ogun that she had slept. “At home,” she answered: not the one who asked. */
  function withoutAsker(
    index: number,
    mention: Mention,
    candidates: readonly RecentEntity[],
  ): readonly RecentEntity[] {
    const verb = itemAt(story.cues, story.cueOf[index] ?? -1)?.verb ?? "";
    const asked = itemAt(mentions, findRecent(recent, lastReporter)?.mention ?? -1);
    if (!/^(?:answer|reply|respond)$/.test(verb) || asked === undefined) return candidates;
    if (asked.paragraph !== mention.paragraph || asked.sentence === mention.sentence) return candidates;
    const others = candidates.filter(
      (candidate) =>
        candidate.entity !== lastReporter && mentions[candidate.mention]?.sentence === asked.sentence,
    );
    return others.length === 1 ? others : candidates;
  }

  function rank(index: number, mention: Mention, candidates: readonly RecentEntity[]): Reference | null {
    if (candidates.length === 0) return null;
    // One candidate alone needs no weighing.
    const weighed = candidates.length > 1 || observe !== undefined ? candidates : [];
    const state = { lastSpeaker, lastReporter };
    const scores = weighed.map((candidate, place) => {
      antecedentFeatures(story, mention, candidate, place, state, model);
      return model.takeLogit();
    });
    const corrected =
      observe === undefined
        ? null
        : observe(
            index,
            candidates.map(({ entity }) => entity),
          );
    if (corrected !== null) return { entity: corrected, probability: 1 };
    const shares = weighed.length === 0 ? [1] : softmax(scores);
    let best = 0;
    for (let at = 1; at < shares.length; at++) if ((shares[at] ?? 0) > (shares[best] ?? 0)) best = at;
    const entity = candidates[best]?.entity ?? -1;
    const probability = shares[best] ?? 0;
    const found = entities.list[entity];
    // The story's own evidence: whom “she” surely means is a woman.
    if (found !== undefined && probability > 0.85 && found.gender === null && mention.gender !== null)
      found.gender = mention.gender;
    return { entity, probability };
  }
}
