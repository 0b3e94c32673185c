import type { RawBlock } from "#newsroom/story.ts";

/** Fewer words stand in a story twice by chance: “I do not know.” */
const fewestWords = 4;
/** A pull quote is a sentence or two. */
const longestRepeat = 400;
/** Passages that begin with the same four words; more of them tell nothing. */
const mostPlaces = 16;
/** “Ada Berg, harbour master”, under a pull quote. */
const credit = /^[-–—\s]*\p{Lu}[^.!?“”"«»]{1,80}$/u;

interface Repeat {
  readonly block: number;
  readonly words: readonly string[];
}

/**
 * Leaves out what repeats the story's own words, for its quotation would be counted twice: a pull quote, whatever
 * its markup. A sentence that stands apart goes when a longer block holds all its words, and with it the line below
 * that says whose they are. Crossheads and lists stay: they sum up. Linear in the story.
 */
export function withoutRepeats(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const candidates = blocks.flatMap((block, index): readonly Repeat[] => {
    const words = standsApart(block) ? wordsIn(block.text) : [];
    return words.length < fewestWords ? [] : [{ block: index, words }];
  });
  if (candidates.length === 0) return blocks;
  const repeated = repeatedIn(blocks, candidates);
  return blocks.filter(
    ({ text, type }, index) =>
      !repeated.has(index) && !(repeated.has(index - 1) && type !== "heading" && credit.test(text)),
  );
}

/** Whether a block looks like a pull quote: a quotation and nothing else, or words without a full stop. */
function standsApart({ type, text }: RawBlock): boolean {
  if (text.length > longestRepeat || type === "list-item") return false;
  const isQuotation = /^["“”„«‘'][^"“”„«»]*["“”»’'][.,]?$/u.test(text);
  return isQuotation || type === "blockquote" || (type === "paragraph" && !/[.!?:;,]["”’»)]*$/u.test(text));
}

/** The blocks whose words another, longer one holds. */
function repeatedIn(blocks: readonly RawBlock[], candidates: readonly Repeat[]): ReadonlySet<number> {
  const byStart = new Map<string, Repeat[]>();
  for (const candidate of candidates) {
    const start = keyAt(candidate.words, 0);
    const known = byStart.get(start);
    if (known === undefined) byStart.set(start, [candidate]);
    else if (known.length < mostPlaces) known.push(candidate);
  }
  const found = new Set<number>();
  for (const [index, { text }] of blocks.entries()) {
    const words = wordsIn(text);
    for (let at = 0; at + fewestWords <= words.length; at += 1) {
      for (const { block, words: own } of byStart.get(keyAt(words, at)) ?? []) {
        if (
          block !== index &&
          own.length < words.length &&
          own.every((word, offset) => words[at + offset] === word)
        )
          found.add(block);
      }
    }
  }
  return found;
}

const keyAt = (words: readonly string[], at: number): string => words.slice(at, at + fewestWords).join(" ");

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
