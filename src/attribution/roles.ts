import { apposedRole, findTrade } from "./apposed-role.ts";
import { inFull } from "./caption.ts";
import { type Introduction, introduce } from "./introduction.ts";
import type { Lexicon } from "./lexicon.ts";
import { relativeRole } from "./relative-role.ts";
import type { Mention } from "./story.ts";
import type { Token } from "./token.ts";

const HONORIFICS = new Set(
  "mr mrs ms miss dr prof professor sir dame lord lady mx m mme mlle herr frau sr sra don doña rev st".split(
    " ",
  ),
);
/**
 * What a name's introduction says its bearer is: an apposition after it, a title or role before it, or a copula.
 *
 * Rhea Mann, chief executive of the dam board, said …   chief executive of the dam board
 * Council leader Asha Verma said …                      council leader
 * The instructor, Siobhan Etxeberria, wept.             instructor
 * Rolf Egger, who chairs the harbor board, said …       chair of the harbor board
 *
 * @param titles what the story’s titles were found to tell, so that each is read once
 */
export function roleAround(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
  titles: Map<string, Introduction | null>,
): Introduction | null {
  return (
    apposedRole(text, tokens, mention, lexicon) ??
    precedingPhrase(text, tokens, mention, lexicon) ??
    knownTitle(tokens, mention, lexicon, titles) ??
    relativeRole(text, tokens, mention, lexicon)
  );
}

/** What a title tells, read once a story where no sentence begins with it: most names bear it again and again. */
function knownTitle(
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
  titles: Map<string, Introduction | null>,
): Introduction | null {
  if (mention.title === null) return null;
  for (let at = mention.first; at > mention.first - 8; at--)
    if (tokens[at]?.initial) return ownTitle(tokens, mention, lexicon);
  let known = titles.get(mention.title);
  if (known === undefined) {
    known = ownTitle(tokens, mention, lexicon);
    titles.set(mention.title, known);
  }
  return known;
}

function ownTitle(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Introduction | null {
  if (mention.title === null || HONORIFICS.has(mention.title.replace(".", "").toLowerCase())) return null;
  const words = mention.title
    .split(/\s+/)
    .filter((word) => !HONORIFICS.has(word.replace(/\.$/, "").toLowerCase()));
  const [first = "", second = ""] = words;
  const lower = first.toLowerCase();
  const { roleNoun, organizationNoun, groupNoun, title } = lexicon.word(lower);
  // “Board chairman Dwight Bannock”: only the sentence wrote it large; “Mayor Moe” bears a title.
  const common = second === "" ? roleNoun && !title : /^\p{Ll}/u.test(second);
  let start = mention.first;
  while (start > mention.first - words.length && tokens[start]?.text !== first) start--;
  if (tokens[start]?.initial && common && (roleNoun || organizationNoun || groupNoun || title))
    words[0] = lower;
  return words.length === 0 ? null : introduce(words.map(inFull).join(" "), lexicon);
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
