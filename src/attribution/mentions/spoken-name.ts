import type { Token } from "#attribution/tokens/token.ts";
import {
  givenGenderOf,
  keysOf,
  type Mention,
  type MentionSearch,
  makeMention,
  oneSpaced,
  wordsOf,
} from "./mention.ts";
import { isSpokenBefore } from "./role-mentions.ts";

/** So many words such a name may have. */
const LONGEST = 4;

/** What stands after “said” and is nobody: “said last week”, “asked how”, “said nothing of it”. */
const UNNAMED =
  /ly$|day$|^(?:yesterday|today|tonight|tomorrow|last|next|later|earlier|afterwards?|again|before|soon|now|then|once|twice|here|there|how|why|what|whether|if|so|such|nothing|not|also|only|just|out|up|back|aloud|simply|next|this|these|those|its|it|no)$/;

/**
 * A name that only its place shows, between a reporting verb behind the words and the end of what it governs; null
 * where another word stands there. Somebody speaks here, and it is not whoever was named before.
 *
 * “I sang,” said k.d. lang.      “I posted it,” wrote user4711.      “I rapped,” said 50 Cent.
 */
export function readSpokenName(search: MentionSearch, at: number): Mention | null {
  const { text, tokens } = search;
  const first = tokens[at];
  if (!mayName(first) || !isSpokenBefore(tokens, at) || tokens[at - 1]?.lower === "was") return null;
  if (first?.kind === "number" && !/^\d+$/.test(first.text)) return null;
  let last = at;
  while (last < at + LONGEST) {
    // “k.d.”: the full stop belongs to the name where no space parts it.
    const dot = tokens[last + 1];
    const beyond = dot?.text === "." && /[.]|^.$/u.test(tokens[last]?.text ?? "") ? last + 2 : last + 1;
    const next = tokens[beyond];
    if (!mayName(next) || next?.sentence !== first?.sentence) break;
    // “said inspector Jo Tate”: the name begins later.
    if (next?.capital && first?.kind === "word" && !first.capital) return null;
    last = beyond;
  }
  const after = tokens[last + 1];
  if (after?.kind === "word" && !after.word.phraseEnd && !after.word.preposition) return null;
  // „stellte aber fest“: where even nouns are written large, a small word is nobody's name.
  if (search.lexicon.largeNouns && !first?.capital && /^\p{Ll}+$/u.test(first?.text ?? "")) return null;
  // “said 12 people” are no name; “said 50 Cent” is.
  if (first?.kind === "number" && !tokens[last]?.capital) return null;
  return makeMention(search, at, last, {
    kind: "name",
    text: oneSpaced(text.slice(first?.start, tokens[last]?.end)),
    words: wordsOf(tokens, at, last),
    keys: keysOf(tokens, at, last),
    givenGender: givenGenderOf(tokens, at, last),
  });
}

function mayName(token: Token | undefined): boolean {
  if (token === undefined || (token.kind !== "word" && token.kind !== "number")) return false;
  const { phraseEnd, preposition, determiner, auxiliary, pronoun, cue, notName } = token.word;
  if (phraseEnd || preposition || determiner || auxiliary || pronoun !== null || cue !== null) return false;
  // “said Democratic Rep. Dina Titus”
  if (notName && token.capital) return false;
  return !token.possessive && !UNNAMED.test(token.lower);
}
