import type { Lexicon } from "./lexicon.ts";
import { genderOfTitle } from "./names.ts";
import type { Gender, Mention, Token } from "./story.ts";

export interface Introduction {
  /** As a caption would print it; null where only the head noun is known. */
  readonly role: string | null;
  readonly heads: readonly string[];
  readonly gender: Gender;
}

const HONORIFICS = new Set(
  "mr mrs ms miss dr prof professor sir dame lord lady mx m mme mlle herr frau sr sra don doña rev st".split(
    " ",
  ),
);
const VERBAL =
  /^(?:was|were|is|are|has|had|will|would|who|which|said|says|told|and|but|died|killed|born|speaking|whose|when|as)$/;

/**
 * What a name's introduction says its bearer is: an apposition after it, a title or role before it, or a copula.
 *
 * Rhea Mann, chief executive of the dam board, said …   chief executive of the dam board
 * Council leader Asha Verma said …                      council leader
 * The instructor, Siobhan Etxeberria, wept.             instructor
 */
export function roleAround(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
): Introduction | null {
  return (
    apposition(text, tokens, mention, lexicon) ??
    precedingPhrase(text, tokens, mention, lexicon) ??
    ownTitle(mention, lexicon)
  );
}

function ownTitle(mention: Mention, lexicon: Lexicon): Introduction | null {
  if (mention.title === null) return null;
  const words = mention.title
    .split(/\s+/)
    .filter((word) => !HONORIFICS.has(word.replace(/\.$/, "").toLowerCase()));
  if (words.length === 0) return null;
  return introduce(words.join(" "), lexicon);
}

function introduce(phrase: string, lexicon: Lexicon): Introduction | null {
  const head = phrase.split(/\s(?:of|for|at|in|to|on|with|from|who|which|and)\s|,/)[0] ?? "";
  const heads = head
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => lexicon.word(word).roleNoun || lexicon.word(word).title);
  if (heads.length === 0) return null;
  return { role: tidy(phrase), heads, gender: genderOfTitle(head, lexicon) };
}

/** “the chief executive of …” and “a volunteer” lose their article, as in a caption. */
function tidy(phrase: string): string {
  return phrase
    .replace(/^(?:the|an?|le|la|les|une?|der|die|das|eine?|el|las?|los|una?)\s+/i, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** From the comma after the name to the comma, full stop or dash that ends the apposition. */
function apposition(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
): Introduction | null {
  let at = mention.last + 1;
  const open = tokens[at];
  if (open === undefined || (open.text !== "," && open.text !== "(") || mention.possessive) return null;
  at++;
  // “Varga, 61, a baker,”: an age stands before the role.
  if (tokens[at]?.kind === "number" && tokens[at + 1]?.text === ",") at += 2;
  const first = tokens[at];
  if (
    first === undefined ||
    first.kind !== "word" ||
    VERBAL.test(first.lower) ||
    first.sentence !== open.sentence
  )
    return null;
  const headEnd = findHead(tokens, at);
  if (headEnd < 0) return null;
  let end = headEnd;
  for (let next = headEnd + 1; next < at + 24; next++) {
    const token = tokens[next];
    if (
      token === undefined ||
      token.sentence !== first.sentence ||
      token.kind === "stretch" ||
      token.kind === "break"
    )
      break;
    if (
      token.kind === "mark" &&
      token.text !== "," &&
      token.text !== "-" &&
      token.text !== "&" &&
      token.text !== "/"
    )
      break;
    if (token.text === "," && !continuesList(tokens, next, headEnd)) break;
    if (
      token.kind === "word" &&
      /^(?:who|which|whose|when|where|said|says|told|while|after|before|because)$/.test(token.lower)
    )
      break;
    end = next;
  }
  while (
    end > headEnd &&
    (tokens[end]?.kind === "mark" || /^(?:and|of|for|at|in|to|the)$/.test(tokens[end]?.lower ?? ""))
  )
    end--;
  return introduce(text.slice(first.start, tokens[end]?.end ?? first.end), lexicon);
}

/** “chief digital, data and technology officer at …”: the head noun may stand beyond a comma. */
function findHead(tokens: readonly Token[], from: number): number {
  let commas = 0;
  for (let at = from; at < from + 14; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[from]?.sentence) return -1;
    if (token.text === "," && ++commas > 2) return -1;
    if (token.kind === "mark" && token.text !== ",") return -1;
    if (token.kind === "stretch" || token.kind === "break") return -1;
    if (token.kind !== "word") continue;
    if (VERBAL.test(token.lower) && token.lower !== "and") return -1;
    const noun = token.word.roleNoun || token.word.title;
    const next = tokens[at + 1];
    if (
      noun &&
      !token.possessive &&
      !(
        next?.kind === "word" &&
        (next.word.roleNoun ||
          (token.lower === "chief" && !/^(?:of|for|at|in|to|on|with|and|who)$/.test(next.lower)))
      )
    ) {
      if (
        commas > 0 &&
        !/^(?:and|&)$/.test(tokens[at - 2]?.lower ?? "") &&
        !tokens.slice(from, at).some(({ lower }) => lower === "and")
      )
        return -1;
      return at;
    }
    if (/^(?:of|for|at|in|to|by|from|with|on)$/.test(token.lower)) return -1;
  }
  return -1;
}

/** A comma goes on with the role only inside a list that “and” closes: “head of roads, parks and bins”. */
function continuesList(tokens: readonly Token[], comma: number, head: number): boolean {
  if (comma <= head) return true;
  for (let at = comma + 1; at < comma + 5; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word") return false;
    if (token.lower === "and")
      return tokens[at + 1]?.kind === "word" && !tokens[at + 1]?.capital && tokens[at + 2]?.text === ",";
    if (VERBAL.test(token.lower) || token.capital) return false;
  }
  return false;
}

/** “The instructor, Siobhan Etxeberria,” and “Their coach, Marguerite van der Berg” */
function precedingPhrase(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
): Introduction | null {
  const comma = tokens[mention.first - 1];
  if (comma?.text !== ",") return null;
  const after = tokens[mention.last + 1];
  if (after !== undefined && after.kind === "word") return null;
  let first = mention.first - 2;
  const last = tokens[first];
  if (last === undefined || last.kind !== "word" || last.sentence !== mention.sentence) return null;
  while (first > mention.first - 14) {
    const token = tokens[first];
    if (
      token === undefined ||
      (token.kind !== "word" && token.kind !== "number") ||
      token.sentence !== last.sentence
    )
      return null;
    const opens = token.word.determiner || token.possessive;
    if (
      opens &&
      (tokens[first - 1] === undefined ||
        tokens[first - 1]?.kind !== "word" ||
        !/^(?:of|for|at|in|to|on|with|from)$/.test(tokens[first - 1]?.lower ?? ""))
    ) {
      const from =
        token.word.determiner && !/^(?:his|her|their|its|my|our)$/.test(token.lower) ? first + 1 : first;
      const phrase = text.slice(tokens[from]?.start, last.end);
      return introduce(phrase, lexicon);
    }
    if (token.word.cue?.form === "finite" || token.word.auxiliary) return null;
    first--;
  }
  return null;
}
