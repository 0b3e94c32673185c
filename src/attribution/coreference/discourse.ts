import type { Entity } from "#attribution/entities/entity.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { type LinearModel, likeliest } from "#attribution/ranking/linear-model.ts";
import { isShort, type PlacedPassage, type Story } from "#attribution/story.ts";
import {
  type Anaphor,
  compareCandidates,
  type PronounBefore,
  pronounClass,
  tellsOther,
  verbClass,
  wordsSaid,
} from "./anaphor.ts";
import { antecedentFeatures } from "./antecedent-features.ts";
import type { RecentEntity } from "./recent-entities.ts";
import type { Reference } from "./reference.ts";

/** Sees each choice in training and may correct it: returns the entity to go on with, or null to let it stand. */
export type Observe = (mention: Mention, candidates: readonly Entity[]) => Entity | null;

/** How far the walk through a story has come. */
export interface Discourse {
  readonly story: Story;
  readonly model: LinearModel;
  readonly observe: Observe | null;
  /** What each mention says that is some quotation's source. */
  readonly saidBy: ReadonlyMap<Mention, readonly PlacedPassage[]>;
  /** Head nouns of the roles that the story gives to anybody by name. */
  readonly givenRoles: ReadonlySet<string>;
  /** Two names that speak as one, by both their names. */
  readonly pairs: Map<string, Entity>;
  /** Whom the mentions so far mean. */
  readonly references: Reference[];
  /** Who was lately spoken of, the last first. */
  readonly recent: RecentEntity[];
  /** The last pronoun of each kind. */
  readonly pronouns: Map<string, PronounBefore>;
  /** Who was first a subject in each paragraph. */
  readonly openers: Map<number, Entity>;
  lastSpeaker: Entity | null;
  /** The other one who spoke before the last speaker. */
  speakerBefore: Entity | null;
  /** Who was last the subject of any reporting words. */
  lastReporter: Entity | null;
}

/** So many of those lately spoken of are weighed. */
export const MAX_CANDIDATES = 6;

/** Above this, the ranker's choice tells an entity's gender. */
const SURE = 0.85;

/** The likeliest of several entities that a pronoun or role phrase may mean; null of none. */
export function rankAntecedents(
  discourse: Discourse,
  mention: Mention,
  candidates: readonly RecentEntity[],
): Reference | null {
  const { story, model, observe } = discourse;
  // One candidate alone needs no weighing.
  const weighed = candidates.length > 1 || observe !== null;
  const anaphor = anaphorOf(discourse, mention, candidates);
  const logits = candidates.map((candidate, rank) => {
    if (!weighed) return 0;
    antecedentFeatures(story, anaphor, candidate, rank, model);
    return model.takeLogit();
  });
  const chosen = likeliest(candidates, logits);
  if (chosen === null) return null;
  const corrected =
    observe?.(
      mention,
      candidates.map((candidate) => candidate.entity),
    ) ?? null;
  if (corrected !== null) return { entity: corrected, probability: 1 };
  const { best, probability } = chosen;
  // The story's own evidence: whom “she” surely means is a woman.
  if (probability > SURE && mention.gender !== null) best.entity.gender ??= mention.gender;
  return { entity: best.entity, probability };
}

function anaphorOf(discourse: Discourse, mention: Mention, candidates: readonly RecentEntity[]): Anaphor {
  const { story, saidBy, pronouns, openers, lastSpeaker, speakerBefore, lastReporter } = discourse;
  const said = saidBy.get(mention) ?? [];
  return {
    mention,
    verb: verbClass(story.cueOf(mention)?.verb ?? null),
    tellsOther: tellsOther(story, mention),
    said: wordsSaid(story, said),
    opensParagraph: said[0]?.context.opensParagraph ?? false,
    before: pronouns.get(pronounClass(mention)) ?? null,
    opener: openers.get(mention.paragraph) ?? null,
    openerBefore: openers.get(mention.paragraph - 1) ?? null,
    lastSpeaker,
    speakerBefore,
    lastReporter,
    isShort: said[0] !== undefined && isShort(story, said[0]),
    ...compareCandidates(mention, candidates),
  };
}
