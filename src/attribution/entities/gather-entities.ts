import type { Entity, Mention } from "#attribution/parts.ts";
import type { Token } from "#attribution/tokens/token.ts";
import { isLargeAt } from "#attribution/words/characters.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import { agrees } from "./name-agreement.ts";
import { roleAround } from "./roles.ts";

export interface Entities {
  readonly list: Entity[];
  /** Entity of each mention; -1 for pronouns and role phrases not yet resolved. */
  readonly of: readonly number[];
}

/** How many bearers of one word are kept in mind, the latest last. */
const BEARERS = 64;

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
  const of = new Array<number>(mentions.length).fill(-1);
  const byWord = new Map<string, number[]>();
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    if (mention.kind !== "name" && !(mention.kind === "organization" && isProper(mention))) continue;
    const { keys } = mention;
    const found = findNamed(mention, keys, list, byWord, lexicon);
    const around = mention.kind === "name" ? roleAround(text, tokens, mention, lexicon) : null;
    let entity = list[found];
    if (entity === undefined) {
      entity = newEntity(mention, index);
      of[index] = list.push(entity) - 1;
    } else of[index] = found;
    entity.mentions.push(index);
    learn(entity, mention, keys);
    if (mention.title !== null) for (const head of mention.title.called) entity.roleHeads.add(head);
    if (around !== null) {
      entity.role ??= around.role;
      for (const head of around.heads) entity.roleHeads.add(head);
      entity.gender ??= around.gender;
    }
    for (const key of keys) {
      const known = byWord.get(key);
      const id = of[index] ?? -1;
      if (known === undefined) byWord.set(key, [id]);
      else if (known.at(-1) !== id) {
        if (known.includes(id)) known.splice(known.indexOf(id), 1);
        known.push(id);
        if (known.length > BEARERS) known.shift();
      }
    }
  }
  return { list, of };
}

/** “the council” names nobody; “Larkmoor Council” does. */
function isProper(mention: Mention): boolean {
  return isLargeAt(mention.words.at(-1) ?? "", 0);
}

export function newEntity(mention: Mention, index: number): Entity {
  const proper = mention.kind === "name" || isProper(mention);
  return {
    name: mention.text,
    words: mention.words,
    keys: mention.keys,
    role: null,
    roleHeads: new Set(),
    kind:
      mention.kind === "organization"
        ? "organization"
        : mention.kind === "group" || mention.plural
          ? "group"
          : "person",
    gender:
      mention.gender ?? (mention.kind === "name" && mention.words.length > 1 ? mention.givenGender : null),
    givenGender: mention.givenGender,
    plural: mention.plural,
    named: proper,
    first: index,
    introduced: { start: mention.start, end: mention.end },
    mentions: [],
  };
}

/** “PASZTOR:”, as a transcript's label writes a name. */
function isShouted(name: string): boolean {
  return name.length > 3 && name === name.toUpperCase();
}

function learn(entity: Entity, mention: Mention, keys: readonly string[]): void {
  const more = mention.words.length - entity.words.length;
  const clearer = more >= 0 && mention.text !== entity.name && !isShouted(mention.text);
  if (more > 0 ? clearer || isShouted(entity.name) : clearer && isShouted(entity.name)) {
    entity.name = mention.text;
    entity.words = mention.words;
    entity.keys = keys;
    entity.givenGender = mention.givenGender;
    entity.introduced = { start: mention.start, end: mention.end };
  }
  entity.gender ??=
    mention.gender ?? (entity.keys.length > 1 || mention.title === null ? entity.givenGender : null);
}

/** The latest entity that a shorter or longer form of the same name may belong to; -1 for somebody new. */
function findNamed(
  mention: Mention,
  keys: readonly string[],
  list: readonly Entity[],
  byWord: ReadonlyMap<string, number[]>,
  lexicon: Lexicon,
): number {
  const firsts = keys.length > 1 ? byWord.get(keys[0] ?? "") : undefined;
  let best = -1;
  for (const candidates of [byWord.get(keys.at(-1) ?? "") ?? [], firsts ?? []]) {
    for (let at = candidates.length - 1; at >= 0 && at > candidates.length - 12; at--) {
      const id = candidates[at] ?? -1;
      const entity = list[id];
      if (entity === undefined || !agrees(mention, keys, entity, lexicon)) continue;
      if (best < 0 || (keys.length === 1 && isLikelier(entity, list[best], mention, keys))) best = id;
    }
    if (best >= 0) break;
  }
  return best;
}

/**
 * “Mrs Holt” is the Holt known to be a woman; a bare surname is no Holt Street, and the Holt the story is about, not
 * the latest.
 */
function isLikelier(
  entity: Entity,
  other: Entity | undefined,
  { gender }: Mention,
  [name]: readonly string[],
): boolean {
  const known = (one: Entity | undefined) => gender !== null && one?.gender === gender;
  if (known(entity) !== known(other)) return known(entity);
  const bears = (one: Entity | undefined) =>
    one !== undefined && one.keys.length > 1 && one.keys.at(-1) === name;
  if (bears(entity) !== bears(other)) return bears(entity);
  return entity.mentions.length > (other?.mentions.length ?? 0);
}
