import { captionOf, KIN } from "#attribution/mentions/caption.ts";
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
 * @param held the roles, by their head nouns, that the story gives to anybody by name
 * @returns the entity; -1 for nobody
 */
export function unintroduced(
  { mentions, entities, lexicon, cueOf }: Story,
  index: number,
  near: readonly number[],
  held: ReadonlySet<string>,
): number {
  const mention = mentions[index];
  const untitled = (id: number) => [...(entities.list[id]?.roleHeads ?? [])].every((role) => KIN.test(role));
  const anybody = ANYBODY.test(mention?.words.at(-1) ?? "");
  const [only = -1, ...others] = near.filter((id) => anybody || untitled(id));
  const entity = entities.list[only];
  if (mention?.kind !== "role" || entity === undefined || others.length > 0) return -1;
  const head = mention.words.at(-1) ?? "";
  const short = /^the (?:[\p{L}\d-]+ )?[\p{L}\d-]+$/iu.test(mention.text);
  if (!short || (cueOf[index] ?? -1) < 0 || OFFICE.test(head) || held.has(head)) return -1;
  if (lexicon.word(head).roleNoun && !anybody) entity.role ??= captionOf(mention.text);
  entity.roleHeads.add(head);
  return only;
}
