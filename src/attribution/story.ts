import type { Entities } from "./entities/gather-entities.ts";
import type { Cue, Mention, Passage } from "./parts.ts";
import { itemAt } from "./tokens/item-at.ts";
import type { Token } from "./tokens/token.ts";
import type { Lexicon } from "./words/lexicon.ts";

/** Everything the earlier passes found, as the rankers see it. */
export interface Story {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly tokens: readonly Token[];
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly owner: Int32Array;
  readonly cues: readonly Cue[];
  /** The story sets its quotations in single marks. */
  readonly singleMarks: boolean;
  /** The first paragraph is the story's headline. */
  readonly headline: boolean;
  readonly entities: Entities;
  /** The first reporting words whose subject each mention is; -1 for none. */
  readonly cueOf: readonly number[];
  /** Token of each passage. */
  readonly tokenOf: readonly number[];
  /** First mention of each paragraph, and one past the last. */
  readonly mentionsIn: readonly (readonly [number, number])[];
  readonly contexts: readonly Context[];
}

/** What stands around one passage. */
export interface Context {
  /** The reporting words that follow in the same sentence, before any other passage; -1 for none. */
  readonly cueAfter: number;
  readonly cueBefore: number;
  /** Words between the reporting word before and the passage. */
  readonly gapBefore: number;
  readonly opensParagraph: boolean;
  readonly wholeParagraph: boolean;
  readonly opensSentence: boolean;
  readonly afterColon: boolean;
  /** The paragraph before ends with a colon. */
  readonly afterColonParagraph: boolean;
  readonly endsWithComma: boolean;
  readonly endsSentence: boolean;
}

export function makeStory(
  parts: Omit<Story, "cueOf" | "tokenOf" | "mentionsIn" | "contexts">,
  paragraphs: number,
): Story {
  const { tokens, passages, mentions, cues } = parts;
  const tokenOf = new Array<number>(passages.length).fill(-1);
  for (let at = 0; at < tokens.length; at++) {
    const passage = tokens[at]?.passage ?? -1;
    if (passage >= 0) tokenOf[passage] = at;
  }
  const mentionsIn: [number, number][] = [];
  for (let index = 0; index < paragraphs; index++) mentionsIn.push([0, 0]);
  for (let index = 0; index < mentions.length; index++) {
    const range = mentionsIn[mentions[index]?.paragraph ?? -1];
    if (range === undefined) continue;
    if (range[1] === 0) range[0] = index;
    range[1] = index + 1;
  }
  const cueOf = new Array<number>(mentions.length).fill(-1);
  const cueAt = new Int32Array(tokens.length).fill(-1);
  for (let index = 0; index < cues.length; index++) {
    const { token, subject } = cues[index] as Cue;
    cueAt[token] = index;
    if (subject >= 0 && cueOf[subject] === -1) cueOf[subject] = index;
  }
  const contexts = passages.map((passage, index) => contextOf(parts, passage, tokenOf[index] ?? -1, cueAt));
  return { ...parts, cueOf, tokenOf, mentionsIn, contexts };
}

const SENTENCE_END = new Set(".?!…");

function contextOf(
  { text, tokens, cues }: Pick<Story, "text" | "tokens" | "cues">,
  passage: Passage,
  at: number,
  cueAt: Int32Array,
): Context {
  const own = tokens[at];
  let cueAfter = -1;
  for (let next = at + 1; next < at + 40; next++) {
    const token = tokens[next];
    if (
      token === undefined ||
      token.kind === "passage" ||
      token.kind === "break" ||
      token.sentence !== own?.sentence
    )
      break;
    const cue = cueAt[next] ?? -1;
    if (cue < 0 || cues[cue]?.form === "infinitive") continue;
    if (cueAfter < 0 || (cues[cueAfter]?.strength === "act" && cues[cue]?.strength === "speech"))
      cueAfter = cue;
    if (cues[cueAfter]?.strength === "speech") break;
  }
  let cueBefore = -1;
  let gapBefore = 0;
  for (let back = at - 1; back > at - 60; back--) {
    const token = tokens[back];
    if (token === undefined || token.kind === "break" || token.sentence !== own?.sentence) break;
    const cue = cueAt[back] ?? -1;
    if (cue >= 0) {
      cueBefore = cue;
      break;
    }
    gapBefore++;
  }
  const before = itemAt(tokens, at - 1);
  const after = tokens[at + 1];
  const last = text.charAt(passage.end - 1);
  return {
    cueAfter,
    cueBefore,
    gapBefore,
    opensParagraph: before === undefined || before.kind === "break",
    wholeParagraph:
      (before === undefined || before.kind === "break") && (after === undefined || after.kind === "break"),
    opensSentence: own?.initial === true || before === undefined || before.kind === "break",
    afterColon: before?.text === ":",
    afterColonParagraph:
      (before === undefined || before.kind === "break") && itemAt(tokens, at - 2)?.text === ":",
    endsWithComma: last === "," || after?.text === ",",
    endsSentence: SENTENCE_END.has(last),
  };
}
