import { type Introduction, introduce } from "#attribution/mentions/introduction.ts";
import type { Mention } from "#attribution/mentions/mention.ts";
import type { Token } from "#attribution/tokens/token.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";

const VERBAL =
  /^(?:was|were|is|are|has|had|will|would|who|which|said|says|told|and|but|died|killed|born|speaking|whose|when|as|whether|if|that|how|what)$/;

/** “Lacey (Greens), chair of the ferry committee”: the comma, where a parenthesis stands before one. */
function afterParenthesis(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== "(") return at;
  for (let next = at + 1; next < at + 8; next++)
    if (tokens[next]?.text === ")") return tokens[next + 1]?.text === "," ? next + 1 : at;
  return at;
}

/** From the comma after the name to the comma, full stop or dash that ends the apposition. */
export function apposedRole(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
): Introduction | null {
  let at = afterParenthesis(tokens, mention.last + 1);
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
  // “Bridget Oduya, prosecuting, said …”
  if (/^(?:prosecuting|defending|mitigating)$/.test(first.lower) && tokens[at + 1]?.kind !== "word")
    return { role: first.lower, heads: [], gender: null };
  const known = findHead(tokens, at);
  const headEnd = known ?? findTrade(tokens, at);
  if (headEnd === null) return null;
  let end = headEnd;
  for (let next = headEnd + 1; next < at + 24; next++) {
    const token = tokens[next];
    if (
      token === undefined ||
      token.sentence !== first.sentence ||
      token.kind === "passage" ||
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
    if (isParticiple(token, tokens[next - 1])) break;
    // “a geologist at Brannock University and the study’s lead author”
    if (token.lower === "and" && tokens[next + 1]?.word.determiner) break;
    // “At a market in Chelsea, the mayor also said …”
    if (token.word.cue?.form === "finite" && token.word.cue.strength === "speech") return null;
    if (/^(?:who|which|whose|when|where|while|after|before|because)$/.test(token.lower)) break;
    end = next;
  }
  while (
    end > headEnd &&
    (tokens[end]?.kind === "mark" || /^(?:and|of|for|at|in|to|the)$/.test(tokens[end]?.lower ?? ""))
  )
    end--;
  const trade = known === null ? (tokens[headEnd]?.lower ?? null) : null;
  return introduce(text.slice(first.start, tokens[end]?.end ?? first.end), lexicon, trade);
}

/** “the foreman accused of poisoning six hundred trees” is the foreman; “head of applied sciences” goes on. */
function isParticiple(token: Token, before: Token | undefined): boolean {
  return (
    /(?:[^e]ed|known|born)$/.test(token.lower) &&
    token.text.length > 4 &&
    !token.capital &&
    before?.kind === "word" &&
    !before.word.determiner &&
    !before.word.phraseEnd
  );
}

const TRADE = /(?:[^i]ist|er|eer|ian|man|woman|wright|monger|smith|herd)$/;

/** “a retired bandsawyer,”: what ends like a trade's name right where the phrase ends; null for none. */
export function findTrade(tokens: readonly Token[], from: number): number | null {
  if (!/^an?$/.test(tokens[from]?.lower ?? "")) return null;
  for (let at = from + 1; at < from + 5; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token?.kind !== "word" || token.sentence !== tokens[from]?.sentence || token.possessive) return null;
    const ends = next === undefined || next.kind !== "word" || next.word.phraseEnd;
    if (ends) return TRADE.test(token.lower) && !token.capital ? at : null;
  }
  return null;
}

/** “chief digital, data and technology officer at …”: the head noun may stand beyond a comma. */
function findHead(tokens: readonly Token[], from: number): number | null {
  let commas = 0;
  for (let at = from; at < from + 14; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[from]?.sentence) return null;
    if (token.text === "," && ++commas > 2) return null;
    if (token.kind === "mark" && token.text !== ",") return null;
    if (token.kind === "passage" || token.kind === "break") return null;
    if (token.kind !== "word") continue;
    if (VERBAL.test(token.lower) && token.lower !== "and") return null;
    // “Doreen Rusk, 80, visits her husband”
    if (at > from && token.word.determiner) return null;
    const noun = token.word.roleNoun || (token.word.title && !/^(?:mr|mrs|ms|miss|mx)$/.test(token.lower));
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
        return null;
      return at;
    }
    if (/^(?:of|for|at|in|to|by|from|with|on)$/.test(token.lower)) return null;
  }
  return null;
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
