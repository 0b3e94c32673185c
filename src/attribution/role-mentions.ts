import type { Capitals } from "./capitals.ts";
import type { Lexicon } from "./lexicon.ts";
import { makeMention, PHRASE_END, wordsOf } from "./mention-shape.ts";
import { readName } from "./names.ts";
import type { Mention, Token } from "./story.ts";

/** Nouns that nobody listed, but that mean a person: “the drover”, “the 61-year-old”. */
const PERSONAL = /(?:er|or|ist|ian|man|woman|ant|ent|ee|old|one|in|e)$/;

/** Reads who is meant by role at a token: “a hospital spokeswoman”, “the minister”, “some residents”; else null. */
export function readRole(
  text: string,
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  capitals: Capitals,
): Mention | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const determined = token.word.determiner;
  const owned = tokens[at - 1]?.possessive === true && tokens[at - 1]?.sentence === token.sentence;
  if (!determined && !owned && !opensPhrase(tokens, at)) return null;
  let head = -1;
  let end = at;
  for (
    let next = determined ? at + 1 : at;
    next < tokens.length && next < at + (determined ? 9 : 5);
    next++
  ) {
    const word = tokens[next];
    if (
      word === undefined ||
      (word.kind !== "word" && word.kind !== "number") ||
      word.sentence !== token.sentence
    )
      break;
    if (PHRASE_END.has(word.lower) || word.word.pronoun !== null || word.word.auxiliary) break;
    if (next > at && word.word.cue?.form === "finite" && !/ed$/.test(word.lower)) break;
    if (next > at && head >= 0 && word.word.cue?.form === "finite") break;
    if (next > at + (determined ? 1 : 0) && word.word.determiner) break;
    if (word.capital && next > at) {
      const name = readName(tokens, next, capitals);
      const after = name === null ? undefined : tokens[name.last + 1];
      // “the groundsman Graham Pettifer”: the name takes over; “a Tidewell engineer” goes on.
      if (name !== null && head >= 0 && head < next) return head === next - 1 ? null : phrase();
      if (
        name !== null &&
        !tokens[name.last]?.possessive &&
        (after?.kind !== "word" || PHRASE_END.has(after.lower)) &&
        !tokens[name.last]?.word.organizationNoun &&
        !tokens[name.last]?.word.roleNoun
      )
        return null;
    }
    if (word.word.roleNoun || word.word.groupNoun || word.word.organizationNoun) head = next;
    end = next;
    if (word.possessive) {
      head = -1;
    }
  }
  return phrase();

  function phrase(): Mention | null {
    const noun = tokens[head];
    if (head < 0 || noun === undefined) {
      if (!determined) return null;
      const verb = tokens[end + 1];
      const cue = verb?.word.cue;
      // “the benches opposite said”: any phrase may speak where a reporting verb follows it at once.
      if (end === at || cue?.form !== "finite" || cue.strength !== "speech" || tokens[end]?.possessive)
        return null;
      const last = tokens[end];
      if (last === undefined || last.kind !== "word") return null;
      const plural = /[^s]s$/.test(last.lower);
      return makeMention(tokens, at, end, {
        kind: PERSONAL.test(last.lower) ? "role" : plural ? "group" : "organization",
        text: text.slice(token?.start, last.end),
        words: [last.lower],
        plural,
      });
    }
    const lower = noun.lower;
    const group = noun.word.groupNoun;
    const organization = !group && !noun.word.roleNoun;
    // “a spokesman for Black Rock Paddle”, “a delegate from Leeds”
    let last = head;
    const link = tokens[head + 1];
    if (
      !noun.possessive &&
      link !== undefined &&
      /^(?:for|of|from|at|with|in)$/.test(link.lower) &&
      link.sentence === noun.sentence
    ) {
      let next = head + 2;
      if (tokens[next]?.word.determiner) next++;
      const name = tokens[next]?.capital ? readName(tokens, next, capitals) : null;
      const plain = tokens[next];
      if (name !== null && !tokens[name.last]?.possessive) last = name.last;
      else if (
        plain?.kind === "word" &&
        !plain.capital &&
        plain.word.pronoun === null &&
        !plain.possessive &&
        lexicon.tag === "en"
      ) {
        const tail = tokens[next + 1];
        if (
          tail === undefined ||
          tail.kind !== "word" ||
          tail.word.cue !== null ||
          PHRASE_END.has(tail.lower)
        )
          last = next;
      }
    }
    const gender = noun.word.roleGender;
    const finish = tokens[last];
    return makeMention(tokens, at, last, {
      kind: group ? "group" : organization ? "organization" : "role",
      text: text
        .slice(
          owned ? tokens[at - 1]?.start : token?.start,
          (finish?.start ?? 0) + (finish?.text.length ?? 0),
        )
        .replace(/\s+/g, " "),
      words: organization && noun.capital ? wordsOf(tokens, determined ? at + 1 : at, last) : [lower],
      gender,
      plural: group,
      possessive: finish?.possessive ?? false,
    });
  }
}

/** A phrase without a determiner begins a clause (“Sources said”) or follows its verb (“said residents”). */
function opensPhrase(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before === undefined ||
    before.kind === "break" ||
    before.kind === "stretch" ||
    before.kind === "mark" ||
    /^(?:said|says|that|and|but|as|told|to|by)$/.test(before.lower)
  );
}
