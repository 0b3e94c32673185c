import type { Mention } from "#attribution/mentions/mention.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import type { LastQuotation } from "./source.ts";

const SIGN_OFF = new Set(["―", "—", "–", "-", "--"]);

/** The mentions that may be a passage's source: its own paragraph, the two before, and who spoke last. */
export function sourceCandidates(
  story: Story,
  { paragraph, at }: PlacedPassage,
  last: LastQuotation | null,
): readonly Mention[] {
  const own = story.mentionsIn(paragraph);
  const middle = firstAfter(own, at);
  const found = own
    .slice(Math.max(0, middle - 10), middle + 10)
    .filter((mention) => !isFirstPerson(story.tokens, mention))
    .sort((a, b) => Math.abs(a.first - at) - Math.abs(b.first - at))
    .slice(0, 10);
  for (let back = 1; back <= 2; back++)
    for (const mention of story.mentionsIn(paragraph - back).slice(-5))
      if (!isFirstPerson(story.tokens, mention)) found.push(mention);
  // “Best soup in town.” ¶ — Tomas Rey: a sign-off may stand in the next paragraph.
  const [sign] = story.mentionsIn(paragraph + 1);
  if (
    sign !== undefined &&
    SIGN_OFF.has(story.tokens[sign.first - 1]?.text ?? "") &&
    story.tokens[sign.first - 2]?.kind === "break"
  )
    found.push(sign);
  const source = last?.source ?? null;
  if (source !== null && !found.includes(source)) found.push(source);
  return found;
}

/** How many of a paragraph's mentions stand before a token, by bisection. */
function firstAfter(mentions: readonly Mention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const mention = mentions[middle];
    if (mention !== undefined && mention.first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** “I asked Kofi Sarpong”: the reporter is nobody's source. */
export function isFirstPerson(tokens: Story["tokens"], { kind, first }: Mention): boolean {
  return kind === "pronoun" && tokens[first]?.word.pronoun?.first === true;
}
