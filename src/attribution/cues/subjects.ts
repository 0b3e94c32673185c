import type { Mention } from "#attribution/mentions/mention.ts";
import type { Token } from "#attribution/tokens/token.ts";
import type { MentionAt } from "./cue.ts";

/** “Riedl’s claim”, “her last complaint”: whose reporting noun it is. */
export function possessorOf(tokens: readonly Token[], mentionAt: MentionAt, at: number): Mention | null {
  for (let back = at - 1; back >= 0 && back >= at - 2; back--) {
    const mention = mentionAt[back];
    if (mention !== undefined) return mention.possessive ? mention : null;
    if (tokens[back]?.kind !== "word") return null;
  }
  return null;
}

/** “Mirza, who leads the unit,”, “a man who said”, “the court, which found” */
export function relativeSubject(tokens: readonly Token[], mentionAt: MentionAt, who: number): Mention | null {
  const comma = tokens[who - 1]?.text === "," ? 1 : 0;
  return mentionAt[who - 1 - comma] ?? null;
}

/** “the chair of the council said”: the phrase's head, not the name that hangs on it. */
export function phraseSubject(
  tokens: readonly Token[],
  mentionAt: MentionAt,
  { first, sentence }: Mention,
): Mention | null {
  for (let at = first - 2; at > first - 8 && tokens[at]?.sentence === sentence; at--) {
    const mention = mentionAt[at];
    if (mention === undefined) continue;
    if (!mention.oblique && !mention.possessive && at >= first - 3) return mention;
  }
  return null;
}

/** “Varga, 61, chief engineer at the dam, said”: the first mention of the clause that hangs on nothing. */
export function clauseSubject(tokens: readonly Token[], mentionAt: MentionAt, at: number): Mention | null {
  const token = tokens[at];
  let best: Mention | null = null;
  let apposed: Mention | null = null;
  for (let back = at - 1; back > at - 60 && back >= 0 && tokens[back]?.sentence === token?.sentence; back--) {
    if (tokens[back]?.kind === "passage" && best !== null) break;
    // “Keogh calls it a promise; Brace, who drained it, calls it …”
    if (tokens[back]?.text === ";" && best !== null) break;
    // “on what Dahl has taken to calling “the gravel question””
    if (tokens[back]?.lower === "what" && best !== null) break;
    const mention = mentionAt[back];
    if (mention === undefined) continue;
    back = mention.first;
    if (mention.possessive || mention.oblique) continue;
    best = mention;
    const after = tokens[mention.last + 1];
    if (after?.text === "," || after?.lower === "who") apposed = mention;
  }
  return tokens[at - 1]?.text === "," && apposed !== null ? apposed : best;
}

/** “Calling it “a slow week”, the sheriff went fishing”: who the main clause is about, right after the words. */
export function subjectToCome(tokens: readonly Token[], mentionAt: MentionAt, at: number): Mention | null {
  let said = false;
  for (let next = at + 1; next < at + 16; next++) {
    const token = tokens[next];
    if (token === undefined || token.kind === "break") return null;
    const mention = mentionAt[next];
    if (said && mention !== undefined) return mention;
    if (said && token.text !== "," && token.kind !== "passage" && token.lower !== "the") return null;
    if (token.kind === "passage") said = true;
  }
  return null;
}
