import { type Introduction, introduce } from "#attribution/mentions/introduction.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { Token } from "#attribution/tokens/token.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import { apposedRole, findTrade } from "./apposed-role.ts";
import { relativeRole } from "./relative-role.ts";

/**
 * What a name's introduction says its bearer is: an apposition after it, a title or role before it, or a copula.
 *
 * Rhea Mann, chief executive of the dam board, said …   chief executive of the dam board
 * Council leader Asha Verma said …                      council leader
 * The instructor, Siobhan Etxeberria, wept.             instructor
 * Rolf Egger, who chairs the harbor board, said …       chair of the harbor board
 */
export function roleAround(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
): Introduction | null {
  return (
    apposedRole(text, tokens, mention, lexicon) ??
    precedingPhrase(text, tokens, mention, lexicon) ??
    roleInTitle(tokens, mention) ??
    relativeRole(text, tokens, mention, lexicon) ??
    becomes(tokens, mention, lexicon)
  );
}

const OFFICE = /^(?:of|for|at|in|when|after|on|last|this|and)$/;

/** “Viola Crane became mayor of Saltby”: an office, by its noun alone. */
function becomes(
  tokens: readonly Token[],
  { last, possessive }: Mention,
  lexicon: Lexicon,
): Introduction | null {
  if (
    possessive ||
    lexicon.tag !== "en" ||
    !/^(?:became|is|was|becomes|remains)$/.test(tokens[last + 1]?.lower ?? "")
  )
    return null;
  const [noun, after] = [tokens[last + 2], tokens[last + 3]];
  if (noun?.kind !== "word" || !(noun.word.roleNoun || noun.word.title) || noun.capital) return null;
  if (after?.kind === "word" && !OFFICE.test(after.lower)) return null;
  return { role: null, heads: [noun.lower], gender: noun.word.roleGender };
}

/** “Council leader Asha Verma”: a title with which a sentence begins is written large for that alone. */
function roleInTitle(tokens: readonly Token[], { title, first }: Mention): Introduction | null {
  if (title === null) return null;
  let start = first;
  while (start > first - title.length && tokens[start]?.text !== title.first) start--;
  return tokens[start]?.initial ? title.opening : title.within;
}

/** “The instructor, Siobhan Etxeberria,” and “Their coach, Marguerite van der Berg” */
function precedingPhrase(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
): Introduction | null {
  // “The vicar of St Chad’s, the Rev Penelope Stott,”
  const start = tokens[mention.first - 1]?.lower === "the" ? mention.first - 1 : mention.first;
  const comma = tokens[start - 1];
  if (comma?.text !== ",") return null;
  const after = tokens[mention.last + 1];
  if (after !== undefined && after.kind === "word") return null;
  let first = start - 2;
  const last = tokens[first];
  if (last === undefined || last.kind !== "word" || last.sentence !== mention.sentence) return null;
  while (first > start - 14) {
    const token = tokens[first];
    if (
      token === undefined ||
      (token.kind !== "word" && token.kind !== "number") ||
      token.sentence !== last.sentence
    )
      return null;
    const opens = token.word.determiner || (token.possessive && first < start - 2);
    const owned = /^(?:his|her|their|its)$/.test(token.lower);
    if (
      opens &&
      (owned ||
        tokens[first - 1] === undefined ||
        tokens[first - 1]?.kind !== "word" ||
        !/^(?:of|for|at|in|to|on|with|from)$/.test(tokens[first - 1]?.lower ?? ""))
    ) {
      const trade = findTrade(tokens, first) === start - 2 ? last.lower : null;
      return introduce(text.slice(token.start, last.end), lexicon, trade);
    }
    if (token.word.cue?.form === "finite" || token.word.auxiliary) return null;
    first--;
  }
  return null;
}
