import type { Kind } from "#attribution/kinds/decide-kinds.ts";
import type { Source } from "#attribution/parts.ts";
import type { Story } from "#attribution/story.ts";

/** So few words may be said back and forth without a question. */
const FEW = 8;

/**
 * Who speaks in a paragraph that is nothing but words, where two others have just spoken in turn: the first of them
 * again. Returns the source's mention; -1 where it is no exchange.
 *
 * “Is this yours?” Lund asked. ¶ “It was,” said Varela. ¶ “When did you lose it?”
 */
export function answeringBack(
  story: Story,
  passage: number,
  kinds: readonly Kind[],
  sources: readonly Source[],
): number {
  const own = story.passages[passage];
  if (own === undefined || own.continues || story.contexts[passage]?.wholeParagraph !== true) return -1;
  const b = aloneIn(story, kinds, passage - 1, own.paragraph - 1);
  const a = aloneIn(story, kinds, b - 1, own.paragraph - 2);
  const [first, second] = [sources[a]?.mention ?? -1, sources[b]?.mention ?? -1];
  if (a < 0 || b < 0 || first < 0 || second < 0 || first === second) return -1;
  const { of } = story.entities;
  if ((of[first] ?? -1) >= 0 && of[first] === of[second]) return -1;
  const asks = (index: number) => story.text.charAt((story.passages[index]?.end ?? 0) - 1) === "?";
  const exchange =
    asks(b) || (asks(a) && asks(passage)) || [a, b, passage].every((index) => isShort(story, index));
  return exchange ? first : -1;
}

/** The one quotation of a paragraph, standing at its edge, at this index; -1 where it is not. */
function aloneIn(story: Story, kinds: readonly Kind[], index: number, paragraph: number): number {
  const { passages, contexts } = story;
  if (passages[index]?.paragraph !== paragraph || kinds[index] !== "direct") return -1;
  if (passages[index - 1]?.paragraph === paragraph) return -1;
  return contexts[index]?.opensParagraph || contexts[index]?.afterColon ? index : -1;
}

function isShort({ passages, text }: Story, index: number): boolean {
  const { start, end } = passages[index] ?? { start: 0, end: 0 };
  return end - start < 12 * FEW && text.slice(start, end).split(/\s+/).length <= FEW;
}

/**
 * Who answers a question that a paragraph before asks in the reporter's own words: whoever answered the last one.
 * Returns the source's mention; -1 where nobody did.
 *
 * When did you learn? ¶ “At five, at the bus stop.” ¶ … ¶ What did he say? ¶ “He said it was raining.”
 */
export function interviewee(story: Story, passage: number, sources: readonly Source[]): number {
  if (!isAnswer(story, passage)) return -1;
  for (let back = passage - 1; back >= 0 && back > passage - 12; back--)
    if (isAnswer(story, back)) return sources[back]?.mention ?? -1;
  return -1;
}

/** A whole paragraph of words after one that is a question without any. */
function isAnswer({ tokens, tokenOf, contexts }: Story, passage: number): boolean {
  const at = tokenOf[passage] ?? 0;
  if (contexts[passage]?.wholeParagraph !== true || tokens[at - 2]?.text !== "?") return false;
  for (let back = at - 2; back > at - 40; back--) {
    if (tokens[back] === undefined || tokens[back]?.kind === "break") return true;
    if (tokens[back]?.kind === "passage") return false;
  }
  return false;
}
