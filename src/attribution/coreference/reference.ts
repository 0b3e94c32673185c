import type { Entity } from "#attribution/entities/entity.ts";

/** Whom a mention means, null for nobody, and how sure the antecedent ranker is. */
export interface Reference {
  readonly entity: Entity | null;
  readonly probability: number;
}
