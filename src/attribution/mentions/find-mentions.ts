import { itemAt, type Token } from "#attribution/tokens/token.ts";
import { isSmall } from "#attribution/words/characters.ts";
import { uncontracted } from "#attribution/words/forms.ts";
import type { Lexicon } from "#attribution/words/lexicon.ts";
import { gatherCapitals } from "./capitals.ts";
import { type Mention, type MentionSearch, makeMention } from "./mention.ts";
import { readNamed } from "./name-mentions.ts";
import { readRole } from "./role-mentions.ts";
import { readSpokenName } from "./spoken-name.ts";

/**
 * Finds who is named outside the marks: names with their titles, organizations, role phrases (“a hospital
 * spokeswoman”) and pronouns, in the order of the text.
 */
export function findMentions(text: string, tokens: readonly Token[], lexicon: Lexicon): readonly Mention[] {
  const mentions: Mention[] = [];
  const search = { text, tokens, lexicon, capitals: gatherCapitals(tokens, lexicon), found: mentions };
  let at = 0;
  while (at < tokens.length) {
    if (at === 0 || tokens[at - 1]?.kind === "break") at = afterDateline(tokens, at);
    const { kind } = tokens[at] ?? {};
    if (kind !== "word" && kind !== "number") {
      at++;
      continue;
    }
    const found =
      (kind === "word" ? (readPronoun(search, at) ?? readNamed(search, at) ?? readRole(search, at)) : null) ??
      readSpokenName(search, at);
    if (found === null) at++;
    else if (isParty(tokens, found)) at = found.last + 1;
    else {
      mentions.push(found);
      at = found.last + 1;
    }
  }
  return mentions;
}

const PARTY = /^[DRI]-\p{Lu}/u;

/** “Varga (D-Wis.)”, “Holt (Lab)”: what a pair of parentheses holds alone is nobody. */
function isParty(tokens: readonly Token[], { first, last, kind }: Mention): boolean {
  const after = tokens[last + 1]?.text === "." ? tokens[last + 2] : tokens[last + 1];
  // “Olin, R-Ky., said”
  if (first === last && tokens[first]?.text.charAt(1) === "-" && PARTY.test(tokens[first]?.text ?? ""))
    return true;
  return kind !== "pronoun" && itemAt(tokens, first - 1)?.text === "(" && after?.text === ")";
}

/** “PORT ELLERY, Ore. — ”: where a story was filed says nothing; returns the token after its dash. */
function afterDateline(tokens: readonly Token[], start: number): number {
  const place = tokens[start]?.text ?? "";
  if (isSmall(place.charCodeAt(1)) || !/^[\p{Lu}.’'-]{3,}$/u.test(place)) return start;
  for (let at = start + 1; at < start + 9 && tokens[at]?.kind !== "break"; at++)
    if (/^[—–-]+$/.test(tokens[at]?.text ?? "")) return at + 1;
  return start;
}

function readPronoun(search: MentionSearch, at: number): Mention | null {
  const { tokens, lexicon } = search;
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const { pronoun } = token.word;
  if (pronoun === null || pronoun.object || pronoun.relative) return null;
  // “her complaint of “a kingdom of forms””
  if (pronoun.possessive && !(tokens[at + 1]?.word.cueNoun || tokens[at + 2]?.word.cueNoun)) return null;
  if (lexicon.tag !== "en" && token.word.determiner) return null;
  const word = uncontracted(token.lower);
  return makeMention(search, at, at, {
    kind: "pronoun",
    text: word,
    words: [word],
    gender: pronoun.gender,
    plural: pronoun.plural,
    possessive: pronoun.possessive,
  });
}
