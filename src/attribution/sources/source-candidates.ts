import type { Mention } from "#attribution/parts.ts";
import type { Story } from "#attribution/story.ts";

/** Sources chosen for the passages before, as far as they are known: mention index, or -1. */
export interface History {
  readonly passage: number;
  readonly source: number;
}

const SIGN_OFF = new Set(["―", "—", "–", "-", "--"]);

/** The mentions that may be a passage's source: its own paragraph, the two before, and who spoke last. */
export function sourceCandidates(story: Story, passage: number, history: History | null): readonly number[] {
  const paragraph = story.passages[passage]?.paragraph ?? 0;
  const at = story.tokenOf[passage] ?? 0;
  const found: number[] = [];
  const [from, to] = story.mentionsIn[paragraph] ?? [0, 0];
  const own: number[] = [];
  const middle = firstAfter(story.mentions, from, to, at);
  for (let index = Math.max(from, middle - 10); index < Math.min(to, middle + 10); index++)
    if (!isFirstPerson(story, index)) own.push(index);
  own.sort(
    (a, b) => Math.abs((story.mentions[a]?.first ?? 0) - at) - Math.abs((story.mentions[b]?.first ?? 0) - at),
  );
  found.push(...own.slice(0, 10));
  for (let back = 1; back <= 2; back++) {
    const [start, end] = story.mentionsIn[paragraph - back] ?? [0, 0];
    for (let index = Math.max(start, end - 5); index < end; index++)
      if (!isFirstPerson(story, index)) found.push(index);
  }
  // “Best soup in town.” ¶ — Tomas Rey: a sign-off may stand in the next paragraph.
  const next = story.mentionsIn[paragraph + 1] ?? [0, 0];
  const sign = story.mentions[next[0]];
  if (
    next[1] > next[0] &&
    sign !== undefined &&
    SIGN_OFF.has(story.tokens[sign.first - 1]?.text ?? "") &&
    story.tokens[sign.first - 2]?.kind === "break"
  )
    found.push(next[0]);
  if (history !== null && history.source >= 0 && !found.includes(history.source)) found.push(history.source);
  return found;
}

/** The first mention of a paragraph that stands after a token, by bisection. */
function firstAfter(mentions: readonly Mention[], from: number, to: number, token: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** “I asked Kofi Sarpong”: the reporter is nobody's source. */
function isFirstPerson(story: Story, index: number): boolean {
  const mention = story.mentions[index];
  return mention?.kind === "pronoun" && story.tokens[mention.first]?.word.pronoun?.first === true;
}
