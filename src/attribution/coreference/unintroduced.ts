import { addRoleHead, type Entity } from "#attribution/entities/entity.ts";
import { captionOf, KIN } from "#attribution/mentions/introduction.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { Story } from "#attribution/story.ts";

/** Who holds an office may well go unnamed: “the judge said” is no defendant without a trade. */
const OFFICE =
  /^(?:judge|magistrate|coroner|prosecutor|mayor|president|minister|governor|spokes\p{L}+|chair\p{L}*|officer|official|king|queen|prince|pope|chancellor|premier|senator|ambassador|commissioner|sheriff|narrator|voice|caller|interviewer|host|presenter|reporter|referee|umpire|clerk|lawyer|attorney|source|insider|police\p{L}+|doctor|nurse|manager|coach|owner|boss)$/u;
/** What anybody may be called, and no caption says. */
const ANYBODY = /^(?:man|woman|boy|girl|lad|person|one|adult|teenager|youngster|child)$/;

/**
 * “the striker said”, and the story introduces nobody as one: whom alone it has just spoken of without giving them a
 * trade, who has one from now on.
 *
 * @param near the people it has just spoken of
 * @param givenRoles the roles, by their head nouns, that the story gives to anybody by name
 * @returns null for nobody
 */
export function unintroduced(
  { lexicon, cueOf }: Story,
  phrase: Mention,
  near: readonly Entity[],
  givenRoles: ReadonlySet<string>,
): Entity | null {
  if (phrase.kind !== "role") return null;
  const head = phrase.words.at(-1) ?? "";
  const anybody = ANYBODY.test(head);
  const untitled = ({ roleHeads }: Entity) => roleHeads.every((role) => KIN.test(role));
  const [entity, ...others] = near.filter((one) => anybody || untitled(one));
  if (entity === undefined || others.length > 0) return null;
  const short = /^the (?:[\p{L}\d-]+ )?[\p{L}\d-]+$/iu.test(phrase.text);
  if (!short || cueOf(phrase) === null || OFFICE.test(head) || givenRoles.has(head)) return null;
  if (lexicon.word(head).roleNoun && !anybody) entity.role ??= captionOf(phrase.text);
  addRoleHead(entity, head);
  return entity;
}
