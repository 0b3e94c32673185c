import { itemAt, type Token } from "#attribution/tokens/token.ts";
import type { Capitals } from "./capitals.ts";

const NOUN = /(?:ung|heit|keit|schaft|tion|tät|nis|tum|ismus)(?:en|e|s)?$/;
const ADJECTIVE = /(?:isch|lich|ig|ß|ßt|st|her|ier)e[nrs]?$/;

/**
 * Where nouns are written large, a lone one is nobody's name unless it is a surname elsewhere, or speaks.
 *
 * „in einem Interview“     „Stimmen“     „Weiße Farmer“
 */
export function isCommonNoun(
  tokens: readonly Token[],
  first: number,
  last: number,
  { surnames }: Capitals,
): boolean {
  const [token, end, before, after] = [
    tokens[first],
    tokens[last],
    itemAt(tokens, first - 1),
    tokens[last + 1],
  ];
  if (token === undefined || end === undefined || token.word.givenName) return false;
  if (NOUN.test(token.lower)) return true;
  if (surnames.has(end.id) && last === first) return false;
  if (last > first) return token.initial && ADJECTIVE.test(token.lower) && !speaks(before, after);
  if (before?.kind === "word" && before.sentence === token.sentence) {
    const { determiner, preposition } = before.word;
    if (determiner || preposition) return true;
  }
  return !speaks(before, after);
}

/** „sagte Kranz“, „Kranz betonte“, „so Kranz“, „KRANZ:“ */
function speaks(before: Token | undefined, after: Token | undefined): boolean {
  const reports = (token: Token | undefined) =>
    token?.word.cue?.form === "finite" || token?.word.tag === true;
  return reports(before) || reports(after) || after?.text === "(";
}

const SEVERAL = new Set("go are were have face host play travel welcome".split(" "));

/** “the Duluth Gulls” */
export const isPlural = (token: Token | undefined) => /[^s’']s$/.test(token?.lower ?? "");

function isVerb(token: Token | undefined): boolean {
  return token?.kind === "word" && (token.word.cue?.form === "finite" || token.word.auxiliary);
}

/** “the Salina Lantern, in an editorial”, “NorthRail”, “Westshire go to Larkhill”: a name that no person has. */
export function isThing(tokens: readonly Token[], first: number, last: number): boolean {
  const [before, start, after] = [tokens[first - 1], tokens[first], tokens[last + 1]];
  if (start === undefined || start.word.givenName) return false;
  if (first === last && start.form.camel) return true;
  if (first === last && SEVERAL.has(after?.lower ?? "") && !/^(?:and|,)$/.test(before?.lower ?? ""))
    return true;
  // “the Duluth Gulls announced”
  const team = before?.lower === "the" && last > first;
  if (team && isPlural(tokens[last]) && isVerb(after)) return true;
  if (after?.text !== ",") return false;
  // “Merrow Ferries, which runs the crossing,”
  const which = start.initial && last > first && tokens[last + 2]?.lower === "which";
  return team || which || isInstitution(tokens, last + 2);
}

/** “…, the company she founded”, “…, a Leeds charity,”: an apposition that ends on an organization's noun. */
function isInstitution(tokens: readonly Token[], from: number): boolean {
  if (!/^(?:the|an?)$/.test(tokens[from]?.lower ?? "")) return false;
  for (let at = from + 1; at < from + 4; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token?.kind !== "word" || token.word.phraseEnd || token.possessive) return false;
    // “Ham, the current administration has said,” is no apposition; “Lev Aronow, The Evening Post:” is somebody there.
    if (token.word.organizationNoun && !token.capital)
      return next?.kind !== "word" || next.word.pronoun !== null || next.word.phraseEnd;
  }
  return false;
}
