import type { Entity } from "#attribution/entities/entity.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";
import type { Reference } from "./reference.ts";

/**
 * Whose name the story gives only after it has spoken of them, by the entity that was nobody by name:
 *
 * “Mind the eels,” the woman shouts. ¶ Her name is Ragna.      the woman: Ragna
 * The girl who feeds it is called Tuva.                        the girl: Tuva
 * “Ten minutes,” the barber says. He introduces himself as Fausto.   the barber: Fausto
 * “No ticket, no goats,” the man says. He is Hollis Crane.     the man: Hollis Crane
 *
 * @param references by mention
 */
export function lateNames(story: Story, references: readonly Reference[]): ReadonlyMap<Entity, Entity> {
  const found = new Map<Entity, Entity>();
  for (const mention of story.mentions) {
    const named = mention.kind === "name" && !mention.possessive ? story.entityOf(mention) : null;
    if (named === null || named.mentions[0] !== mention) continue;
    const bearer = bearerOf(story, mention, references);
    if (bearer === null || bearer.named || found.has(bearer)) continue;
    const clash = bearer.gender !== null && named.gender !== null && bearer.gender !== named.gender;
    if (!clash) found.set(bearer, named);
  }
  return found;
}

const NAMING = /^(?:called|named)$/;
const KNOWN = /^(?:knows?|knew|known)$/;
const SELF = /^(?:himself|herself|themselves)$/;
/** So many mentions back somebody may stand whose name is told. */
const FAR = 12;

/** Who is said to be called so; null for nobody. */
function bearerOf(
  { tokens, mentions }: Story,
  name: Mention,
  references: readonly Reference[],
): Entity | null {
  const [owner, noun, be] = [tokens[name.first - 3], tokens[name.first - 2], tokens[name.first - 1]];
  const isBe = (word: string | undefined) => /^(?:is|was)$/.test(word ?? "");
  if (noun?.lower === "name" && isBe(be?.lower) && owner?.word.pronoun?.possessive === true)
    return lastUnnamed(mentions, name, references, owner.word.pronoun.gender);
  const woman = namedNext(tokens, mentions, name);
  if (woman !== null) return references[woman.index]?.entity ?? null;
  // “He is Hollis Crane”; “He introduces himself as Fausto”
  const pronoun = itemAt(mentions, name.index - 1);
  if (pronoun?.kind === "pronoun" && pronoun.sentence === name.sentence && pronoun.subject) {
    const is = isBe(be?.lower) && pronoun.last === name.first - 2;
    const introduces = be?.lower === "as" && SELF.test(noun?.lower ?? "");
    if (is || introduces) return references[pronoun.index]?.entity ?? null;
  }
  // “his aunt, whom the whole street knew as Tante Friede”
  if (be?.lower === "as" && KNOWN.test(noun?.lower ?? ""))
    for (let back = name.index - 1; ; back--) {
      const mention = itemAt(mentions, back);
      if (mention?.sentence !== name.sentence) return null;
      if (mention.kind === "role" && tokens[mention.last + 1]?.text === ",")
        return references[back]?.entity ?? null;
    }
  // “The girl who feeds it is called Tuva”; “She is called Tuva”; “a boy named Olle”
  if (be === undefined || !NAMING.test(be.lower)) return null;
  const passive = isBe(noun?.lower);
  for (let back = name.index - 1; ; back--) {
    const mention = itemAt(mentions, back);
    if (mention?.sentence !== name.sentence) return null;
    if ((mention.kind !== "role" && mention.kind !== "pronoun") || mention.possessive) continue;
    if (passive ? mention.subject : mention.last === name.first - 2) return references[back]?.entity ?? null;
  }
}

const ANYBODY = /^(?:man|woman|girl|boy|lad|person|figure|stranger)$/;

/**
 * “We start at six,” says the woman with the keys. Liesl Amann has opened the pool for years: somebody who was only
 * seen is named where the next sentence begins, of whom nothing new happens.
 */
function namedNext(
  tokens: Story["tokens"],
  mentions: readonly Mention[],
  { index, first, last, sentence, words }: Mention,
): Mention | null {
  const before = itemAt(mentions, index - 1);
  if (
    words.length < 2 ||
    !tokens[first]?.initial ||
    before?.kind !== "role" ||
    before.sentence !== sentence - 1
  )
    return null;
  if (!/^(?:has|had|is|was)$/.test(tokens[last + 1]?.lower ?? "")) return null;
  const definite = /^the$/i.test(tokens[before.first]?.text ?? "");
  return definite && ANYBODY.test(before.words.at(-1) ?? "") ? before : null;
}

/** The last person that is spoken of by role alone, where “her name” or “his name” may be theirs. */
function lastUnnamed(
  mentions: readonly Mention[],
  name: Mention,
  references: readonly Reference[],
  gender: Entity["gender"],
): Entity | null {
  for (let back = name.index - 1; back >= 0 && back > name.index - FAR; back--) {
    if (mentions[back]?.possessive) continue;
    const entity = references[back]?.entity ?? null;
    if (entity === null || entity.kind !== "person" || (entity.gender !== null && entity.gender !== gender))
      continue;
    return entity.named ? null : entity;
  }
  return null;
}
