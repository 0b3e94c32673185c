import type { Introduction } from "#attribution/parts.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import { captionOf } from "./caption.ts";
import { genderOfTitle } from "./read-name.ts";

/**
 * Reads a role phrase: “the chief executive of the dam board”; null where it has no noun that is a role.
 *
 * @param trade a head noun that the lexicon does not have, taken for a role from where it stands: “a retired bandsawyer”
 */
export function introduce(
  phrase: string,
  lexicon: Lexicon,
  trade: string | null = null,
): Introduction | null {
  const head = phrase.split(/\s(?:of|for|at|in|to|on|with|from|who|which|and)\s|,/)[0] ?? "";
  const heads = head
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/\.$/, ""))
    .filter((word) => word === trade || lexicon.word(word).roleNoun || lexicon.word(word).title);
  if (heads.length === 0) return null;
  return { role: captionOf(phrase), heads, gender: genderOfTitle(head, lexicon) };
}
