/** How a story sets its quotation marks, as far as one mark's meaning depends on the others. */
export interface MarkStyle {
  /** ‘…’ or '…' opens a quotation of its own, as in British use, and not only one inside another. */
  readonly singles: boolean;
  /** »…«, as in German and Danish books, instead of «…». */
  readonly inverted: boolean;
  /** „…“: the mark that opens in English closes here. */
  readonly low: boolean;
  /** ``…'', as typewriters and wire services set it. */
  readonly ticks: boolean;
}

/** Words that begin with an apostrophe: “’70s”, “’til”. */
export const ELISION = /^(?:\d\ds?|em|til|tis|twas|n|cos|cause|bout)(?![\p{L}\p{N}])/iu;

const STRONG_PAIR =
  /(?:^|[\s([—–-])(?:‘|'(?!'))(?=[\p{L}\p{N}“"])[^‘“”"\n]{0,600}?[,.?!…\p{L}](?:’|')(?=[\s.,;:?!)\]—–-]|$)/gmu;
const DOUBLE_PAIR = /[“"][^“”"\n]+[”"]/g;
const SENTENCES = 200_000;

/**
 * Decides a story's mark style once, from the whole of it: a single stray mark then cannot change what every
 * other mark means. Looks at no more than the first 200,000 units.
 */
export function decideMarkStyle(text: string): MarkStyle {
  const sample = text.length > SENTENCES ? text.slice(0, SENTENCES) : text;
  const masked = sample.replace(DOUBLE_PAIR, (pair) => (pair.length > 80 ? " " : pair));
  const singles = countSinglePairs(masked);
  const doubles = sample.match(DOUBLE_PAIR)?.length ?? 0;
  return {
    singles: singles > 0 && singles >= doubles,
    inverted: count(sample, /(?:^|[\s(])»(?=\S)/gm) > count(sample, /(?:^|[\s(])«(?=\S|\s)/gm),
    low: sample.includes("„"),
    ticks: sample.includes("``"),
  };
}

/** ‘We must go,’ she said: openers with something like a closer; apostrophes inside words are no closers. */
function countSinglePairs(text: string): number {
  let pairs = 0;
  for (const [pair] of text.matchAll(STRONG_PAIR)) {
    const words = pair.replace(/^[\s([—–-]?[‘']/u, "");
    if (!ELISION.test(words)) pairs++;
  }
  return pairs;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
