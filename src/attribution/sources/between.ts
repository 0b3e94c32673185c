import type { Mention } from "#attribution/mentions/mention.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";

/** How many passages stand between a passage and a mention, of two at most. */
export function passagesBetween({ passages }: Story, { index, at }: PlacedPassage, mention: Mention): number {
  const step = mention.first > at ? 1 : -1;
  let count = 0;
  for (let next = itemAt(passages, index + step); count < 2 && next !== undefined; count++) {
    if (step > 0 ? next.at >= mention.first : next.at <= mention.last) break;
    next = itemAt(passages, next.index + step);
  }
  return count;
}

/** No paragraph is searched from end to end for every passage. */
const FAR = 64;

/** How many mentions that possess nothing stand between a passage and a mention, of three at most. */
export function mentionsBetween(
  { mentions }: Story,
  { at }: PlacedPassage,
  { index, first }: Mention,
): number {
  const step = first > at ? -1 : 1;
  let count = 0;
  for (let next = index + step; count < 3 && Math.abs(next - index) < FAR; next += step) {
    const mention = itemAt(mentions, next);
    if (mention === undefined || (step < 0 ? mention.first <= at : mention.first >= at)) break;
    if (!mention.possessive) count++;
  }
  return count;
}
