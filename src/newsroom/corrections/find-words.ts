import type { Block, Segment } from "#model/article.ts";

/** Typography that may differ between a correction's words and the story's, character for character. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛‹›´`]/gu, "'"],
  [/[“”„‟«»]/gu, '"'],
  [/[‐‑‒–—―]/gu, "-"],
  [/[\u00a0\u2000-\u200a\u202f\n]/gu, " "],
];

const flatten = (text: string): string =>
  alike.reduce((current, [find, put]) => current.replace(find, put), text);

/** Where words stand in a story, typography aside: the first place outside `taken`; null when nowhere. */
export function findWords(
  blocks: readonly Block[],
  words: string,
  isTaken: (segment: Segment) => boolean,
): Segment | null {
  const wanted = flatten(words.trim().replace(/^["“‘'](.+)["”’']$/u, "$1"));
  for (const block of blocks) {
    const text = flatten(block.text);
    for (let at = text.indexOf(wanted); at >= 0 && wanted !== ""; at = text.indexOf(wanted, at + 1)) {
      const segment = { block: block.id, start: at, end: at + wanted.length };
      if (!isTaken(segment)) return segment;
    }
  }
  return null;
}
