import type { Mention } from "#attribution/parts.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/item-at.ts";

/** How many passages stand between a passage and a mention, of two at most. */
export function passagesBetween({ tokenOf }: Story, passage: number, { first, last }: Mention): number {
  const at = tokenOf[passage] ?? 0;
  let count = 0;
  if (first > at) for (let next = passage + 1; count < 2 && (tokenOf[next] ?? first) < first; next++) count++;
  else for (let next = passage - 1; count < 2 && (itemAt(tokenOf, next) ?? last) > last; next--) count++;
  return count;
}

/** No paragraph is searched from end to end for every passage. */
const FAR = 64;

/** How many mentions that possess nothing stand between a passage and a mention, of three at most. */
export function mentionsBetween({ mentions, tokenOf }: Story, passage: number, index: number): number {
  const at = tokenOf[passage] ?? 0;
  const step = (mentions[index]?.first ?? 0) > at ? -1 : 1;
  let count = 0;
  for (let next = index + step; count < 3 && Math.abs(next - index) < FAR; next += step) {
    const mention = itemAt(mentions, next);
    if (mention === undefined || (step < 0 ? mention.first <= at : mention.first >= at)) break;
    if (!mention.possessive) count++;
  }
  return count;
}
