import type { Kind } from "#attribution/kinds/decide-kinds.ts";
import type { Source } from "#attribution/parts.ts";
import type { Story } from "#attribution/story.ts";

/**
 * Numbers the utterances: pieces share one where one source reports them, or where the later piece follows in the
 * same paragraph without reporting words of its own.
 *
 * “We knew,” Olin said, “that the dam would fail. It did.”   1 1
 */
export function numberStatements(
  story: Story,
  kinds: readonly Kind[],
  sources: readonly Source[],
  speakers: readonly (number | null)[],
): readonly number[] {
  const numbers: number[] = [];
  let current = 0;
  let last = -1;
  for (const [index, kind] of kinds.entries()) {
    if (kind === "none") {
      numbers.push(0);
      continue;
    }
    if (last < 0 || !joins(story, kinds, sources, speakers, last, index)) current++;
    numbers.push(current);
    last = index;
  }
  return numbers;
}

function joins(
  story: Story,
  kinds: readonly Kind[],
  sources: readonly Source[],
  speakers: readonly (number | null)[],
  last: number,
  index: number,
): boolean {
  const [a, b] = [story.passages[last], story.passages[index]];
  if (a === undefined || b === undefined) return false;
  if (b.continues) return true;
  if (speakers[last] !== speakers[index]) return false;
  const mention = sources[index]?.mention ?? -1;
  if (mention >= 0 && sources[last]?.mention === mention)
    return b.paragraph - a.paragraph <= 1 && !isToldBetween(story, kinds, last, index);
  // “We scored,” Oduya said, “and then,” he said, “we forgot.”
  const sentence = (passage: number) => story.tokens[story.tokenOf[passage] ?? -1]?.sentence;
  return sentence(last) === sentence(index) && speakers[index] !== null;
}

/**
 * “Fine,” said Ferro. “It moved.” Asked where to, she pointed at the car park. “There.”: a new question, a report of
 * something else, or the speaker named anew parts them; so does any sentence that parts a fragment from an utterance.
 * A sentence that only tells (“She laughed.”) does not part two utterances.
 */
function isToldBetween(story: Story, kinds: readonly Kind[], last: number, index: number): boolean {
  const { tokens, tokenOf, owner, mentions } = story;
  const [from, to] = [tokenOf[last] ?? 0, tokenOf[index] ?? 0];
  const [first, second] = [tokens[from]?.sentence, tokens[to]?.sentence];
  for (let at = from + 1; at < to && at < from + 80; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence === first || token.sentence === second) continue;
    if (token.text === "?" || token.word.cue?.strength === "speech") return true;
    if (kinds[last] !== kinds[index] || mentions[owner[at] ?? -1]?.kind === "name") return true;
  }
  return false;
}
