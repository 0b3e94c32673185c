import type { Mention, Reference } from "#attribution/parts.ts";
import type { Story } from "#attribution/story.ts";
import type { Token } from "#attribution/tokens/token.ts";

/**
 * Whom a role phrase means by standing beside a name, or -1: “Mr Holt, a retired pilot,” and
 * “the instructor, Siobhan Etxeberria,”.
 */
export function apposition(
  { tokens, mentions, entities }: Story,
  index: number,
  mention: Mention,
  references: readonly Reference[],
): number {
  if (mention.kind !== "role" || mention.possessive) return -1;
  // “Bhogal, who has died aged 84, was the last man to …”
  if (/^(?:was|is|were|are|became|remains)$/.test(tokens[mention.first - 1]?.lower ?? ""))
    for (let back = index - 1; mentions[back]?.sentence === mention.sentence; back--)
      if (mentions[back]?.kind === "name" && !mentions[back]?.possessive && !mentions[back]?.oblique)
        return references[back]?.entity ?? -1;
  const before = mentions[index - 1];
  if (
    before !== undefined &&
    before.kind === "name" &&
    tokens[mention.first - 1]?.text === "," &&
    before.last === beforeAside(tokens, mention.first - 2) &&
    !before.possessive
  )
    return references[index - 1]?.entity ?? -1;
  const after = mentions[index + 1];
  // “His sister is Henrike Baum, who raises bees.”
  if (
    after?.kind === "name" &&
    !after.possessive &&
    /^(?:is|was)$/.test(tokens[mention.last + 1]?.lower ?? "") &&
    after.first === mention.last + 2
  )
    return entities.of[index + 1] ?? -1;
  if (
    after !== undefined &&
    after.kind === "name" &&
    tokens[mention.last + 1]?.text === "," &&
    after.first === mention.last + 2 &&
    tokens[after.last + 1]?.kind !== "word"
  )
    return entities.of[index + 1] ?? -1;
  return -1;
}

/** “Dunn, 34, a father of three”, “Lacey (Greens), chair of …”: the token before an age or a parenthesis. */
function beforeAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind === "number" && tokens[at - 1]?.text === ",") return at - 2;
  if (tokens[at]?.text !== ")") return at;
  for (let back = at - 1; back > at - 8; back--) if (tokens[back]?.text === "(") return back - 1;
  return at;
}
