import type { Kind } from "#attribution/kinds/decide-kinds.ts";
import type { Source } from "#attribution/parts.ts";
import type { Scene } from "#attribution/story.ts";

/** So few words may be said back and forth without a question. */
const FEW = 8;

/**
 * Who speaks in a paragraph that is nothing but words, where two others have just spoken in turn: the first of them
 * again. Returns the source's mention; -1 where it is no exchange.
 *
 * “Is this yours?” Lund asked. ¶ “It was,” said Varela. ¶ “When did you lose it?”
 */
export function answeringBack(
  scene: Scene,
  stretch: number,
  kinds: readonly Kind[],
  sources: readonly Source[],
): number {
  const own = scene.stretches[stretch];
  if (own === undefined || own.continues || scene.surroundings[stretch]?.wholeParagraph !== true) return -1;
  const b = aloneIn(scene, kinds, stretch - 1, own.paragraph - 1);
  const a = aloneIn(scene, kinds, b - 1, own.paragraph - 2);
  const [first, second] = [sources[a]?.mention ?? -1, sources[b]?.mention ?? -1];
  if (a < 0 || b < 0 || first < 0 || second < 0 || first === second) return -1;
  const { of } = scene.entities;
  if ((of[first] ?? -1) >= 0 && of[first] === of[second]) return -1;
  const asks = (index: number) => scene.text.charAt((scene.stretches[index]?.end ?? 0) - 1) === "?";
  const exchange =
    asks(b) || (asks(a) && asks(stretch)) || [a, b, stretch].every((index) => isShort(scene, index));
  return exchange ? first : -1;
}

/** The one quotation of a paragraph, standing at its edge, at this index; -1 where it is not. */
function aloneIn(scene: Scene, kinds: readonly Kind[], index: number, paragraph: number): number {
  const { stretches, surroundings } = scene;
  if (stretches[index]?.paragraph !== paragraph || kinds[index] !== "direct") return -1;
  if (stretches[index - 1]?.paragraph === paragraph) return -1;
  return surroundings[index]?.opensParagraph || surroundings[index]?.afterColon ? index : -1;
}

function isShort({ stretches, text }: Scene, index: number): boolean {
  const { start, end } = stretches[index] ?? { start: 0, end: 0 };
  return end - start < 12 * FEW && text.slice(start, end).split(/\s+/).length <= FEW;
}

/**
 * Who answers a question that a paragraph before asks in the reporter's own words: whoever answered the last one.
 * Returns the source's mention; -1 where nobody did.
 *
 * When did you learn? ¶ “At five, at the bus stop.” ¶ … ¶ What did he say? ¶ “He said it was raining.”
 */
export function interviewee(scene: Scene, stretch: number, sources: readonly Source[]): number {
  if (!isAnswer(scene, stretch)) return -1;
  for (let back = stretch - 1; back >= 0 && back > stretch - 12; back--)
    if (isAnswer(scene, back)) return sources[back]?.mention ?? -1;
  return -1;
}

/** A whole paragraph of words after one that is a question without any. */
function isAnswer({ tokens, tokenOf, surroundings }: Scene, stretch: number): boolean {
  const at = tokenOf[stretch] ?? 0;
  if (surroundings[stretch]?.wholeParagraph !== true || tokens[at - 2]?.text !== "?") return false;
  for (let back = at - 2; back > at - 40; back--) {
    if (tokens[back] === undefined || tokens[back]?.kind === "break") return true;
    if (tokens[back]?.kind === "stretch") return false;
  }
  return false;
}
