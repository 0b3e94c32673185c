import { copyEntities } from "#attribution/entities/gather-entities.ts";
import { pairOf } from "#attribution/entities/pairs.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { LinearModel } from "#attribution/ranking/linear-model.ts";
import type { Source } from "#attribution/sources/source.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { pronounClass } from "./anaphor.ts";
import type { Discourse, Observe } from "./discourse.ts";
import { lateNames } from "./late-names.ts";
import { PROMINENCE, placesOf } from "./mention-place.ts";
import { resolvePronoun } from "./pronouns.ts";
import { findRecent, noteMention } from "./recent-entities.ts";
import type { Reference } from "./reference.ts";
import { holderOf, isDeputy, soleHolders } from "./role-holders.ts";
import { resolveRolePhrase } from "./role-phrases.ts";

const NOBODY: Reference = { entity: null, probability: 0 };

/**
 * Walks through the story and says of every mention whom it means: a name its bearer, a pronoun or “the minister”
 * whoever the ranker finds likeliest among those lately spoken of, an unnamed role itself.
 *
 * @param sources by passage
 * @returns by mention; the entities are copies, which know what the walk has learned about them
 */
export function resolveMentions(
  story: Story,
  sources: readonly (Source | null)[],
  model: LinearModel,
  observe: Observe | null = null,
): readonly Reference[] {
  const entities = copyEntities(story.entities);
  const { list } = entities;
  const own: Story = { ...story, entities, entityOf: ({ index }) => entities.of[index] ?? null };
  const discourse: Discourse = {
    story: own,
    model,
    observe,
    saidBy: saidBy(story, sources),
    givenRoles: new Set(
      list.flatMap((one) => (one.named ? one.roleHeads.filter((head) => !isDeputy(one, head, "")) : [])),
    ),
    pairs: new Map(),
    references: [],
    recent: [],
    pronouns: new Map(),
    openers: new Map(),
    lastSpeaker: null,
    speakerBefore: null,
    lastReporter: null,
  };
  for (const mention of story.mentions) {
    const reference = resolve(discourse, mention);
    discourse.references.push(reference);
    note(discourse, mention, reference);
  }
  const holders = soleHolders(list);
  const late = lateNames(own, discourse.references);
  return discourse.references.map((reference) => {
    const known = reference.entity;
    const entity = known === null ? null : (late.get(known) ?? holderOf(known, own, holders));
    return entity === reference.entity ? reference : { ...reference, entity };
  });
}

/** What each mention says that is a source. */
function saidBy(
  { passages }: Story,
  sources: readonly (Source | null)[],
): ReadonlyMap<Mention, readonly PlacedPassage[]> {
  const found = new Map<Mention, PlacedPassage[]>();
  for (const passage of passages) {
    const mention = sources[passage.index]?.mention;
    if (mention === undefined) continue;
    const said = found.get(mention);
    if (said === undefined) found.set(mention, [passage]);
    else said.push(passage);
  }
  return found;
}

function resolve(discourse: Discourse, mention: Mention): Reference {
  const { story, saidBy, pairs } = discourse;
  const known = story.entityOf(mention);
  if (known !== null) {
    const { tokens, mentions, entities } = story;
    const pair = saidBy.has(mention) ? pairOf(tokens, mentions, entities, pairs, mention) : null;
    return pair === null ? { entity: known, probability: 1 } : { entity: pair, probability: 0.9 };
  }
  if (mention.kind === "pronoun") return resolvePronoun(discourse, mention) ?? NOBODY;
  return resolveRolePhrase(discourse, mention);
}

/** Brings up whom a mention means; “her complaint” and “the Dunning cinemas” refer to somebody, but bring nobody up. */
function note(discourse: Discourse, mention: Mention, { entity }: Reference): void {
  const { story, saidBy, recent, pronouns, openers } = discourse;
  if (entity === null || (mention.kind === "pronoun" && mention.possessive)) return;
  const place = placesOf(story)[mention.index];
  if (place?.modifier && findRecent(recent, entity) !== undefined) return;
  const known = noteMention(recent, entity, mention, place?.prominence ?? PROMINENCE.object);
  if (mention.kind === "pronoun") pronouns.set(pronounClass(mention), { entity, mention });
  if (mention.subject && !openers.has(mention.paragraph)) openers.set(mention.paragraph, entity);
  if (saidBy.has(mention)) {
    known.timesSpoke++;
    if (discourse.lastSpeaker !== entity) discourse.speakerBefore = discourse.lastSpeaker;
    discourse.lastSpeaker = entity;
  }
  // “When Ostrander asked for the key, Amsel took it”: whose clause depends on another's is not who reports.
  if (!mention.possessive && !place?.subordinate && story.cueOf(mention) !== null) {
    known.reported = true;
    discourse.lastReporter = entity;
  }
}
