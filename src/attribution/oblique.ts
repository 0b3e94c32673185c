import type { Mention, Token } from "./story.ts";

const PREPOSITIONS = new Set(
  "of for to in on at by with from about into over under against near like than between among via de du des von mit bei para con por".split(
    " ",
  ),
);

/** Whether a mention hangs on a preposition: “of the council”, “to Varga”. */
export function isOblique(tokens: readonly Token[], mention: Mention): boolean {
  const before = tokens[mention.first - 1];
  return before?.kind === "word" && before.sentence === mention.sentence && PREPOSITIONS.has(before.lower);
}
