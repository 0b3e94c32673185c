import type { Reference } from "#attribution/coreference/reference.ts";
import type { Kind } from "#attribution/kinds/kind.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import { isShort, type PlacedPassage, type Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";
import type { Source } from "./source.ts";

/**
 * Who speaks in a paragraph that is nothing but words, where two others have just spoken in turn: the first of them
 * again. Null where it is no exchange.
 *
 * “Is this yours?” Lund asked. ¶ “It was,” said Varela. ¶ “When did you lose it?”
 */
export function answeringBack(
  story: Story,
  passage: PlacedPassage,
  kinds: readonly Kind[],
  references: readonly Reference[],
  sources: readonly (Source | null)[],
): Mention | null {
  if (passage.continues || !passage.context.wholeParagraph) return null;
  const b = aloneIn(story, kinds, passage.index - 1, passage.paragraph - 1);
  const a = b === null ? null : aloneIn(story, kinds, b.index - 1, passage.paragraph - 2);
  if (a === null || b === null) return null;
  const [first, second] = [sources[a.index]?.mention, sources[b.index]?.mention];
  if (first === undefined || second === undefined || first === second) return null;
  const meant = ({ index }: Mention) => references[index]?.entity ?? null;
  const entity = meant(first);
  if (entity !== null && entity === meant(second)) return null;
  const asks = ({ end }: PlacedPassage) => story.text.charAt(end - 1) === "?";
  const exchange =
    asks(b) || (asks(a) && asks(passage)) || [a, b, passage].every((one) => isShort(story, one));
  return exchange ? first : null;
}

/** The one quotation of a paragraph, standing at its edge, at this index; null where it is not. */
function aloneIn(
  { passages }: Story,
  kinds: readonly Kind[],
  index: number,
  paragraph: number,
): PlacedPassage | null {
  const passage = itemAt(passages, index);
  if (passage?.paragraph !== paragraph || kinds[index] !== "direct") return null;
  if (itemAt(passages, index - 1)?.paragraph === paragraph) return null;
  return passage.context.opensParagraph || passage.context.afterColon ? passage : null;
}

/**
 * Who answers a question that a paragraph before asks in the reporter's own words: whoever answered the last one.
 * Null where nobody did.
 *
 * When did you learn? ¶ “At five, at the bus stop.” ¶ … ¶ What did he say? ¶ “He said it was raining.”
 */
export function interviewee(
  story: Story,
  passage: PlacedPassage,
  sources: readonly (Source | null)[],
): Mention | null {
  if (!isAnswer(story, passage)) return null;
  for (let back = passage.index - 1; back > passage.index - 12; back--) {
    const earlier = itemAt(story.passages, back);
    if (earlier === undefined) return null;
    if (isAnswer(story, earlier)) return sources[back]?.mention ?? null;
  }
  return null;
}

/** A whole paragraph of words after one that is a question without any. */
function isAnswer({ tokens }: Story, { at, context }: PlacedPassage): boolean {
  if (!context.wholeParagraph || itemAt(tokens, at - 2)?.text !== "?") return false;
  for (let back = at - 2; back > at - 40; back--) {
    const token = itemAt(tokens, back);
    if (token === undefined || token.kind === "break") return true;
    if (token.kind === "passage") return false;
  }
  return false;
}
