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

/** What a title before a name tells. */
export interface Title {
  /** Its first word that is no mere honorific, and how many it has. */
  readonly first: string;
  readonly length: number;
  readonly within: Introduction | null;
  /** Where a sentence begins with it, whose capital then says nothing. */
  readonly opening: Introduction | null;
}

const HONORIFIC: Title = { first: "", length: 0, within: null, opening: null };

/**
 * What a name's introduction says its bearer is: an apposition after it, a title or role before it, or a copula.
 *
 * Rhea Mann, chief executive of the dam board, said …   chief executive of the dam board
 * Council leader Asha Verma said …                      council leader
 * The instructor, Siobhan Etxeberria, wept.             instructor
 * Rolf Egger, who chairs the harbor board, said …       chair of the harbor board
 *
 * @param titles what the story’s titles were found to tell, so that each is read once: most names bear theirs again
 */
export function roleAround(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
  titles: Map<string, Title>,
): Introduction | null {
  return (
    apposedRole(text, tokens, mention, lexicon) ??
    precedingPhrase(text, tokens, mention, lexicon) ??
    knownTitle(tokens, mention, lexicon, titles) ??
    relativeRole(text, tokens, mention, lexicon)
  );
}

function knownTitle(
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
  titles: Map<string, Title>,
): Introduction | null {
  if (mention.title === null) return null;
  let title = titles.get(mention.title);
  if (title === undefined) {
    title = readTitle(mention.title, lexicon);
    titles.set(mention.title, title);
  }
  const { first, length } = title;
  let start = mention.first;
  while (start > mention.first - length && tokens[start]?.text !== first) start--;
  return tokens[start]?.initial ? title.opening : title.within;
}

function readTitle(written: string, lexicon: Lexicon): Title {
  if (HONORIFICS.has(written.replace(".", "").toLowerCase())) return HONORIFIC;
  const words = written.split(/\s+/).filter((word) => !HONORIFICS.has(word.replace(/\.$/, "").toLowerCase()));
  const [first, second = ""] = words;
  if (first === undefined) return HONORIFIC;
  const lower = first.toLowerCase();
  const { roleNoun, organizationNoun, groupNoun, title } = lexicon.word(lower);
  // “Board chairman Dwight Bannock”: only the sentence wrote it large; “Mayor Moe” bears a title.
  const common = second === "" ? roleNoun && !title : /^\p{Ll}/u.test(second);
  const within = introduce(words.map(inFull).join(" "), lexicon);
  const small = common && (roleNoun || organizationNoun || groupNoun || title);
  const opening = small ? introduce([lower, ...words.slice(1)].map(inFull).join(" "), lexicon) : within;
  return { first, length: words.length, within, opening };
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
