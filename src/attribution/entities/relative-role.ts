import type { Introduction } from "#attribution/mentions/introduction.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { Token } from "#attribution/tokens/token.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";

/** What somebody is who does this for a living. */
const HOLDERS: Readonly<Record<string, string>> = {
  directs: "director",
  heads: "head",
  leads: "head",
  chairs: "chair",
  owns: "owner",
  founded: "founder",
  edits: "editor",
  manages: "manager",
  coaches: "coach",
  captains: "captain",
};
const BEYOND =
  /^(?:in|on|since|from|with|after|before|when|while|until|and|but|as|for|to|by|who|which|that|said|says|told)$/;

/** Rolf Egger, who chairs the harbor board   chair of the harbor board */
export function relativeRole(
  text: string,
  tokens: readonly Token[],
  { last, possessive }: Mention,
  lexicon: Lexicon,
): Introduction | null {
  const verb = tokens[last + 3];
  if (
    possessive ||
    lexicon.tag !== "en" ||
    tokens[last + 1]?.text !== "," ||
    tokens[last + 2]?.lower !== "who"
  )
    return null;
  const holder = HOLDERS[verb?.lower ?? ""];
  if (holder === undefined) return null;
  const first = tokens[last + 4];
  let end = last + 3;
  while (end < last + 14) {
    const next = tokens[end + 1];
    if (next?.kind !== "word" || next.sentence !== verb?.sentence || BEYOND.test(next.lower)) break;
    end++;
  }
  if (first === undefined || end < last + 4 || first.word.pronoun?.possessive) return null;
  return {
    role: `${holder} of ${text.slice(first.start, tokens[end]?.end)}`.replace(/\s+/g, " "),
    heads: [holder],
    gender: null,
  };
}
