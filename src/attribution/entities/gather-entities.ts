import type { Mention } from "#attribution/mentions/mention.ts";
import { itemAt, type Token } from "#attribution/tokens/token.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import { addMention, addRoleHead, type Entity, isProper, newEntity } from "./entity.ts";
import { agrees } from "./name-agreement.ts";
import { roleAround } from "./roles.ts";

export interface Entities {
  /** In the order in which the story brings them up. */
  readonly list: readonly Entity[];
  /** By mention; null for pronouns and role phrases not yet resolved. */
  readonly of: readonly (Entity | null)[];
}

/** The entities that bear each word in their name, by the word, the latest last. */
type Bearers = Map<string, Entity[]>;

/** How often a story gives each name in full: whom it names so most often is whom a bare surname means. */
function timesNamed(mentions: readonly Mention[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { kind, keys } of mentions) {
    if (kind !== "name" || keys.length < 2) continue;
    const name = keys.join(" ");
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return times;
}

/** How many bearers of one word are kept in mind. */
const MAX_BEARERS = 64;

/**
 * Gathers the names of each person and organization: a surname alone joins the person last introduced by it,
 * the fullest and earliest form is the name, the role comes from the first introduction.
 */
export function gatherEntities(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Entities {
  const list: Entity[] = [];
  const bearers: Bearers = new Map();
  // Counted when two first share a surname: most stories need it not at all.
  let counted: ReadonlyMap<string, number> | null = null;
  const times = () => (counted ??= timesNamed(mentions));
  const of = mentions.map((mention) => {
    if (mention.kind !== "name" && !(mention.kind === "organization" && isProper(mention))) return null;
    const known = findNamed(tokens, mention, bearers, times, lexicon);
    const role = mention.kind === "name" ? roleAround(text, tokens, mention, lexicon) : null;
    const entity = known ?? newEntity(mention);
    if (known === null) list.push(entity);
    addMention(entity, mention);
    if (mention.title !== null) for (const head of mention.title.called) addRoleHead(entity, head);
    if (role !== null) {
      entity.role ??= role.role;
      for (const head of role.heads) addRoleHead(entity, head);
      entity.gender ??= role.gender;
    }
    for (const key of mention.keys) addBearer(bearers, key, entity);
    return entity;
  });
  return { list, of };
}

/** The same people once more, so that whoever learns about them while reading on leaves these as they are. */
export function copyEntities({ list, of }: Entities): Entities {
  const copies = new Map(list.map((entity) => [entity, { ...entity }]));
  return {
    list: [...copies.values()],
    of: of.map((entity) => (entity === null ? null : (copies.get(entity) ?? null))),
  };
}

function addBearer(bearers: Bearers, word: string, entity: Entity): void {
  const known = bearers.get(word);
  if (known === undefined) bearers.set(word, [entity]);
  else if (known.at(-1) !== entity) {
    if (known.includes(entity)) known.splice(known.indexOf(entity), 1);
    known.push(entity);
    if (known.length > MAX_BEARERS) known.shift();
  }
}

/** The latest entity that a shorter or longer form of the same name may belong to; null for somebody new. */
function findNamed(
  tokens: readonly Token[],
  mention: Mention,
  bearers: Bearers,
  times: () => ReadonlyMap<string, number>,
  lexicon: Lexicon,
): Entity | null {
  const { keys } = mention;
  const surnames = bearers.get(keys.at(-1) ?? "") ?? [];
  const byAge = ofGeneration(tokens, mention, surnames);
  if (byAge !== null) return byAge;
  const firsts = keys.length > 1 ? (bearers.get(keys[0] ?? "") ?? []) : [];
  let best: Entity | null = null;
  for (const candidates of [surnames, firsts]) {
    for (let at = candidates.length - 1; at >= 0 && at > candidates.length - 12; at--) {
      const entity = candidates[at];
      if (entity === undefined || !agrees(mention, entity, lexicon)) continue;
      if (best === null || (keys.length === 1 && isLikelier(entity, best, mention, times))) best = entity;
    }
    if (best !== null) break;
  }
  return best;
}

const YOUNGER = /^(?:son|daughter|nephew|niece|grandson|granddaughter|grandchild|child)$/;

/** “the elder Quist”: of those who share the name, who is nobody's child; “the younger Quist”: who is. */
function ofGeneration(
  tokens: readonly Token[],
  { first, keys }: Mention,
  surnames: readonly Entity[],
): Entity | null {
  const [, elder, younger] =
    /^(?:(elder|older|senior)|(younger|junior))$/.exec(itemAt(tokens, first - 1)?.lower ?? "") ?? [];
  if (keys.length > 1 || (elder === undefined && younger === undefined)) return null;
  const child = ({ roleHeads }: Entity) => roleHeads.some((head) => YOUNGER.test(head));
  if (!surnames.some(child)) return null;
  return surnames.findLast((one) => child(one) === (younger !== undefined)) ?? null;
}

/**
 * “Mrs Holt” is the Holt known to be a woman; a bare surname is no Holt Street, and the Holt the story is about, not
 * the latest.
 */
function isLikelier(
  entity: Entity,
  other: Entity,
  { gender, keys: [name] }: Mention,
  times: () => ReadonlyMap<string, number>,
): boolean {
  const known = (one: Entity) => gender !== null && one.gender === gender;
  if (known(entity) !== known(other)) return known(entity);
  const bears = (one: Entity) => one.keys.length > 1 && one.keys.at(-1) === name;
  if (bears(entity) !== bears(other)) return bears(entity);
  const weight = (one: Entity) => one.mentions.length + (times().get(one.keys.join(" ")) ?? 0);
  return weight(entity) > weight(other);
}
