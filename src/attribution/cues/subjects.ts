import type { Mention } from "#attribution/parts.ts";
import { itemAt } from "#attribution/tokens/item-at.ts";
import type { Token } from "#attribution/tokens/token.ts";

/** “Riedl’s claim”, “her last complaint”: whose reporting noun it is; -1 for nobody's. */
export function possessorOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  owner: Int32Array,
  at: number,
): number {
  for (let back = at - 1; back >= at - 2; back--) {
    const index = owner[back] ?? -1;
    if (index >= 0) return mentions[index]?.possessive ? index : -1;
    if (tokens[back]?.kind !== "word") return -1;
  }
  return -1;
}

/** “Mirza, who leads the unit,”, “a man who said”, “the court, which found” */
export function relativeSubject(tokens: readonly Token[], owner: Int32Array, who: number): number {
  const comma = tokens[who - 1]?.text === "," ? 1 : 0;
  return owner[who - 1 - comma] ?? -1;
}

/** “the chair of the council said”: the phrase's head, not the name that hangs on it. */
export function phraseSubject(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  owner: Int32Array,
  oblique: Mention,
): number {
  for (
    let at = oblique.first - 2;
    at > oblique.first - 8 && tokens[at]?.sentence === oblique.sentence;
    at--
  ) {
    const index = owner[at] ?? -1;
    const mention = itemAt(mentions, index);
    if (mention === undefined) continue;
    if (!mention.oblique && !mention.possessive && at >= oblique.first - 3) return index;
  }
  return -1;
}

/** “Varga, 61, chief engineer at the dam, said”: the first mention of the clause that hangs on nothing. */
export function clauseSubject(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  owner: Int32Array,
  at: number,
): number {
  const token = tokens[at];
  let best = -1;
  let apposed = -1;
  for (let back = at - 1; back > at - 60 && back >= 0 && tokens[back]?.sentence === token?.sentence; back--) {
    if (tokens[back]?.kind === "passage" && best >= 0) break;
    // “on what Dahl has taken to calling “the gravel question””
    if (tokens[back]?.lower === "what" && best >= 0) break;
    const index = owner[back] ?? -1;
    const mention = itemAt(mentions, index);
    if (mention === undefined) continue;
    back = mention.first;
    if (mention.possessive || mention.oblique) continue;
    best = index;
    const after = tokens[mention.last + 1];
    if (after?.text === "," || after?.lower === "who") apposed = index;
  }
  return tokens[at - 1]?.text === "," && apposed >= 0 ? apposed : best;
}

/** “Calling it “a slow week”, the sheriff went fishing”: who the main clause is about, right after the words. */
export function subjectToCome(tokens: readonly Token[], owner: Int32Array, at: number): number {
  let said = false;
  for (let next = at + 1; next < at + 16; next++) {
    const token = tokens[next];
    if (token === undefined || token.kind === "break") return -1;
    if (said && (owner[next] ?? -1) >= 0) return owner[next] ?? -1;
    if (said && token.text !== "," && token.kind !== "passage" && token.lower !== "the") return -1;
    if (token.kind === "passage") said = true;
  }
  return -1;
}
