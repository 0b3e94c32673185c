import type { Entity } from "#attribution/entities/entity.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt, type Token } from "#attribution/tokens/token.ts";
import type { Reference } from "./reference.ts";

/**
 * Whom a role phrase means by standing beside a name; null where it stands alone: “Mr Holt, a retired pilot,” and
 * “the instructor, Siobhan Etxeberria,”.
 *
 * @param references of the mentions before
 */
export function apposition(
  { tokens, mentions, entityOf }: Story,
  role: Mention,
  references: readonly Reference[],
): Entity | null {
  if (role.kind !== "role" || role.possessive) return null;
  const meant = ({ index }: Mention) => references[index]?.entity ?? null;
  // “Bhogal, who has died aged 84, was the last man to …”
  if (/^(?:was|is|were|are|became|remains)$/.test(tokens[role.first - 1]?.lower ?? ""))
    for (let back = role.index - 1; ; back--) {
      const subject = itemAt(mentions, back);
      if (subject?.sentence !== role.sentence) break;
      if (subject.kind === "name" && !subject.possessive && !subject.oblique) return meant(subject);
    }
  const before = itemAt(mentions, role.index - 1);
  if (
    before?.kind === "name" &&
    tokens[role.first - 1]?.text === "," &&
    before.last === beforeAside(tokens, role.first - 2) &&
    !before.possessive
  )
    return meant(before);
  const after = mentions[role.index + 1];
  if (after?.kind !== "name" || after.first !== role.last + 2) return null;
  const link = tokens[role.last + 1];
  // “His sister is Henrike Baum, who raises bees.”
  if (!after.possessive && /^(?:is|was)$/.test(link?.lower ?? "")) return entityOf(after);
  return link?.text === "," && tokens[after.last + 1]?.kind !== "word" ? entityOf(after) : null;
}

/** “Dunn, 34, a father of three”, “Lacey (Greens), chair of …”: the token before an age or a parenthesis. */
function beforeAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind === "number" && tokens[at - 1]?.text === ",") return at - 2;
  if (tokens[at]?.text !== ")") return at;
  for (let back = at - 1; back > at - 8; back--) if (tokens[back]?.text === "(") return back - 1;
  return at;
}
