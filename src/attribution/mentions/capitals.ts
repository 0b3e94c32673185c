import type { Token } from "#attribution/tokens/token.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";

const SMALL = 1;
const LARGE = 2;

/**
 * What a story's own capitals tell: which words (by `id`) it writes small, and which large where it need not. Good
 * until the next story's are gathered.
 */
export interface Capitals {
  /** For each `id`, SMALL and LARGE added up. */
  readonly written: Uint8Array;
  /** Paragraphs set like a headline, every word large. */
  readonly titles: ReadonlySet<number>;
  /** Words that stand behind another large one somewhere; gathered only where every noun is large. */
  readonly surnames: ReadonlySet<number>;
  /** Every noun is written large, so that a capital alone makes no name. */
  readonly largeNouns: boolean;
}

/** What a headline may leave small. */
const LINKING = new Set(
  "a an the of in on to for and at by as or but vs is up with from into over de la le du et y el und der die das".split(
    " ",
  ),
);

export function gatherCapitals(tokens: readonly Token[], { forms, largeNouns }: Lexicon): Capitals {
  const written = emptied(forms.size);
  const titles = new Set<number>();
  let start = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind !== "break") continue;
    if (isTitle(tokens, start, at)) titles.add(tokens[at]?.paragraph ?? -1);
    else
      for (let next = start; next < at; next++) {
        const token = tokens[next];
        if (token?.kind !== "word") continue;
        if (!token.capital) written[token.id] = (written[token.id] ?? 0) | SMALL;
        else if (!token.initial) written[token.id] = (written[token.id] ?? 0) | LARGE;
      }
    start = at + 1;
  }
  return { written, titles, surnames: largeNouns ? gatherSurnames(tokens) : NONE, largeNouns };
}

const NONE: ReadonlySet<number> = new Set();

const OF = /^(?:von|van|de|di|da|al|el|bin)$/;

/** Two common nouns hardly ever stand side by side: „Bürgermeister Kurz“, „Daniil Medwedew“, „Ursula von der Leyen“. */
function gatherSurnames(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  let behind = false;
  let of = false;
  for (const { kind, capital, word, lower, id } of tokens) {
    const large = kind === "word" && capital && !word.notName && !word.determiner;
    if (behind && large && !word.roleNoun && !word.organizationNoun) found.add(id);
    of = OF.test(lower) || (of && (lower === "der" || lower === "den"));
    behind = large || (behind && of);
  }
  return found;
}

/** One for every story: to make an array with room for all the words ever met costs more than to read a story's. */
let buffer = new Uint8Array(0);

function emptied(size: number): Uint8Array {
  if (buffer.length < size) buffer = new Uint8Array(2 * size);
  else buffer.fill(0, 0, size);
  return buffer;
}

/** Whether the story writes a word small anywhere. */
export function writesSmall({ written }: Capitals, { id }: Token): boolean {
  return ((written[id] ?? 0) & SMALL) !== 0;
}

/** Whether it writes a word large where no sentence begins. */
export function writesLarge({ written }: Capitals, { id }: Token): boolean {
  return ((written[id] ?? 0) & LARGE) !== 0;
}

/** “Harbour Board Votes for New Pier”: a short paragraph of three large words or more, and no small one but links. */
function isTitle(tokens: readonly Token[], start: number, end: number): boolean {
  if (end - start >= 40) return false;
  let words = 0;
  for (let at = start; at < end; at++) {
    const token = tokens[at];
    // “Maud Perrin, Stage Weekly: “The second act …””
    if (token?.kind === "passage" && tokens[at - 1]?.text === ":") return false;
    if (token?.kind !== "word" || LINKING.has(token.lower)) continue;
    if (!token.capital) return false;
    words++;
  }
  return words >= 3;
}
