import type { Lexicon } from "./lexicon.ts";
import type { Token } from "./token.ts";

/** What a story's own capitals tell: which words (by `id`) it writes small, and which large where it need not. */
export interface Capitals {
  readonly small: Uint8Array;
  readonly large: Uint8Array;
  /** Paragraphs set like a headline, every word large. */
  readonly titles: ReadonlySet<number>;
}

/** What a headline may leave small. */
const LINKING = new Set(
  "a an the of in on to for and at by as or but vs is up with from into over de la le du et y el und der die das".split(
    " ",
  ),
);

export function gatherCapitals(tokens: readonly Token[], { forms }: Lexicon): Capitals {
  const small = new Uint8Array(forms.size);
  const large = new Uint8Array(forms.size);
  const titles = new Set<number>();
  let start = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind !== "break") continue;
    if (isTitle(tokens, start, at)) titles.add(tokens[at]?.paragraph ?? -1);
    else
      for (let next = start; next < at; next++) {
        const token = tokens[next];
        if (token?.kind !== "word") continue;
        if (!token.capital) small[token.id] = 1;
        else if (!token.initial) large[token.id] = 1;
      }
    start = at + 1;
  }
  return { small, large, titles };
}

/** “Harbour Board Votes for New Pier”: a short paragraph of three large words or more, and no small one but links. */
function isTitle(tokens: readonly Token[], start: number, end: number): boolean {
  if (end - start >= 40) return false;
  let words = 0;
  for (let at = start; at < end; at++) {
    const token = tokens[at];
    if (token?.kind !== "word" || LINKING.has(token.lower)) continue;
    if (!token.capital) return false;
    words++;
  }
  return words >= 3;
}
