import type { Mention, Token } from "./story.ts";

/** Words that end a noun phrase: “the chair | of the board”. */
export const PHRASE_END = new Set(
  "of for to in on at by with from as that who which whose where when while after before and or but than said about into over under against since until near".split(
    " ",
  ),
);

/** A mention over tokens `first` to `last`, its place taken from them. Throws a RangeError where they lie outside. */
export function makeMention(
  tokens: readonly Token[],
  first: number,
  last: number,
  rest: Pick<Mention, "kind" | "text" | "words"> & Partial<Mention>,
): Mention {
  const start = tokens[first];
  const end = tokens[last];
  if (start === undefined || end === undefined) throw new RangeError("a mention lies outside the tokens");
  return {
    title: null,
    gender: null,
    plural: false,
    first,
    last,
    start: start.start,
    end: end.end,
    possessive: end.possessive,
    paragraph: end.paragraph,
    sentence: end.sentence,
    ...rest,
  };
}

/** The words of a mention, without marks and full stops. */
export function wordsOf(tokens: readonly Token[], first: number, last: number): readonly string[] {
  const words: string[] = [];
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (token?.kind === "word") words.push(token.text);
  }
  return words;
}
