import type { Mention } from "#attribution/mentions/mention.ts";
import { isLargeAt } from "#attribution/words/characters.ts";
import type { Gender } from "#attribution/words/word.ts";
import type { SpeakerKind } from "#model/article.ts";
import type { Span } from "#text/spans.ts";

/** Somebody the story names, with every mention of them so far known. */
export interface Entity {
  name: string;
  words: readonly string[];
  /** The words as names are compared. */
  keys: readonly string[];
  role: string | null;
  /** Head nouns of every role the story gives them, in small letters. */
  roleHeads: readonly string[];
  readonly kind: SpeakerKind;
  gender: Gender;
  givenGender: Gender;
  readonly plural: boolean;
  readonly named: boolean;
  readonly first: Mention;
  introduced: Span;
  /** Those that name them, in order. */
  readonly mentions: Mention[];
}

/** “the council” names nobody; “Larkmoor Council” does. */
export function isProper({ words }: Mention): boolean {
  return isLargeAt(words.at(-1) ?? "", 0);
}

/** Somebody new, known by one mention. */
export function newEntity(mention: Mention): Entity {
  const { kind, text, words, keys, gender, givenGender, plural, start, end } = mention;
  return {
    name: text,
    words,
    keys,
    role: null,
    roleHeads: [],
    kind: kind === "organization" ? "organization" : kind === "group" || plural ? "group" : "person",
    gender: gender ?? (kind === "name" && words.length > 1 ? givenGender : null),
    givenGender,
    plural,
    named: kind === "name" || isProper(mention),
    first: mention,
    introduced: { start, end },
    mentions: [],
  };
}

/** “PASZTOR:”, as a transcript's label writes a name. */
function isAllCapitals(name: string): boolean {
  return name.length > 3 && name === name.toUpperCase();
}

/** Notes the head noun of a role that the story gives somebody. */
export function addRoleHead(entity: Entity, head: string): void {
  if (!entity.roleHeads.includes(head)) entity.roleHeads = [...entity.roleHeads, head];
}

/** Adds a mention to an entity: a fuller name is its name from now on. */
export function addMention(entity: Entity, mention: Mention): void {
  entity.mentions.push(mention);
  const more = mention.words.length - entity.words.length;
  const clearer = more >= 0 && mention.text !== entity.name && !isAllCapitals(mention.text);
  if (more > 0 ? clearer || isAllCapitals(entity.name) : clearer && isAllCapitals(entity.name)) {
    entity.name = mention.text;
    entity.words = mention.words;
    entity.keys = mention.keys;
    entity.givenGender = mention.givenGender;
    entity.introduced = { start: mention.start, end: mention.end };
  }
  entity.gender ??=
    mention.gender ?? (entity.keys.length > 1 || mention.title === null ? entity.givenGender : null);
}
