import type { Entity } from "#attribution/entities/entity.ts";
import type { Kind } from "#attribution/kinds/kind.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import type { Source } from "./source.ts";

/**
 * Numbers the utterances: pieces share one where one source reports them, or where the later piece follows in the
 * same paragraph without reporting words of its own.
 *
 * “We knew,” Olin said, “that the dam would fail. It did.”   1 1
 *
 * @returns by passage; 0 for what is no quotation
 */
export function numberStatements(
  story: Story,
  kinds: readonly Kind[],
  sources: readonly (Source | null)[],
  speakers: readonly (Entity | null)[],
): readonly number[] {
  let current = 0;
  let last: PlacedPassage | null = null;
  return story.passages.map((passage) => {
    if (kinds[passage.index] === "none") return 0;
    if (last === null || !joins(story, kinds, sources, speakers, last, passage)) current++;
    last = passage;
    return current;
  });
}

function joins(
  story: Story,
  kinds: readonly Kind[],
  sources: readonly (Source | null)[],
  speakers: readonly (Entity | null)[],
  a: PlacedPassage,
  b: PlacedPassage,
): boolean {
  if (b.continues) return true;
  if (speakers[a.index] !== speakers[b.index]) return false;
  const mention = sources[b.index]?.mention;
  if (mention !== undefined && sources[a.index]?.mention === mention)
    return b.paragraph - a.paragraph <= 1 && !isToldBetween(story, kinds, a, b);
  // “We scored,” Oduya said, “and then,” he said, “we forgot.”
  const sentence = ({ at }: PlacedPassage) => story.tokens[at]?.sentence;
  return sentence(a) === sentence(b) && speakers[b.index] !== null;
}

/**
 * “Fine,” said Ferro. “It moved.” Asked where to, she pointed at the car park. “There.”: a new question, a report of
 * something else, or the speaker named anew parts them; so does any sentence that parts a fragment from an utterance.
 * A sentence that only tells (“She laughed.”) does not part two utterances.
 */
function isToldBetween(
  { tokens, mentionAt }: Story,
  kinds: readonly Kind[],
  a: PlacedPassage,
  b: PlacedPassage,
): boolean {
  const [first, second] = [tokens[a.at]?.sentence, tokens[b.at]?.sentence];
  for (let at = a.at + 1; at < b.at && at < a.at + 80; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence === first || token.sentence === second) continue;
    if (token.text === "?" || token.word.cue?.strength === "speech") return true;
    if (kinds[a.index] !== kinds[b.index] || mentionAt[at]?.kind === "name") return true;
  }
  return false;
}
