/** Where one written word is split into two: the end of the first, and the start of the second. */
export type CliticSplit = readonly [end: number, start: number];

/** The clitics of a language: words that it writes together with the next word or the one before. */
export interface Clitics {
  /** “l’adjointe”, “d’après” */
  readonly elided: ReadonlySet<string>;
  /** “dit-elle”, “a-t-il” */
  readonly enclitic: ReadonlySet<string>;
}

/**
 * Finds where a word with a clitic is two; null for one word. A name keeps its article: “L’Hermite” is nobody's adjective.
 *
 * @param isVerb whether a pronoun may lean on a word: “dit-elle”, but no “rendez-vous”
 */
export function splitClitic(
  written: string,
  { elided, enclitic }: Clitics,
  isVerb: (lower: string) => boolean,
): CliticSplit | null {
  const apostrophe = written.search(/[’']/);
  if (apostrophe > 0 && elided.has(written.slice(0, apostrophe).toLowerCase())) {
    const capitals = /^\p{Lu}.*[’']\p{Lu}/u.test(written);
    if (!capitals && apostrophe + 1 < written.length) return [apostrophe + 1, apostrophe + 1];
  }
  const [leaning, pronoun = ""] = /-(?:t-)?(\p{L}+)$/u.exec(written) ?? [];
  if (leaning === undefined || !enclitic.has(pronoun)) return null;
  const end = written.length - leaning.length;
  return isVerb(written.slice(0, end).toLowerCase()) ? [end, written.length - pronoun.length] : null;
}
