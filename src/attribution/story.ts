import type { Entities } from "./entities/gather-entities.ts";
import type { Cue, Mention, Stretch } from "./parts.ts";
import { itemAt } from "./tokens/item-at.ts";
import type { Token } from "./tokens/token.ts";
import type { Lexicon } from "./words/lexicon.ts";

/** Everything the earlier passes found, as the rankers see it. */
export interface Scene {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly tokens: readonly Token[];
  readonly stretches: readonly Stretch[];
  readonly mentions: readonly Mention[];
  readonly owner: Int32Array;
  readonly cues: readonly Cue[];
  /** The story sets its quotations in single marks. */
  readonly singles: boolean;
  /** The first paragraph is the story's headline. */
  readonly headline: boolean;
  readonly entities: Entities;
  /** The first reporting words whose subject each mention is; -1 for none. */
  readonly cueOf: readonly number[];
  /** Token of each stretch. */
  readonly tokenOf: readonly number[];
  /** First mention of each paragraph, and one past the last. */
  readonly mentionsIn: readonly (readonly [number, number])[];
  readonly surroundings: readonly Surroundings[];
}

/** What stands around one stretch. */
export interface Surroundings {
  /** The reporting words that follow in the same sentence, before any other stretch; -1 for none. */
  readonly cueAfter: number;
  readonly cueBefore: number;
  /** Words between the reporting word before and the stretch. */
  readonly gapBefore: number;
  readonly opensParagraph: boolean;
  readonly wholeParagraph: boolean;
  readonly opensSentence: boolean;
  readonly afterColon: boolean;
  /** The paragraph before ends with a colon. */
  readonly invited: boolean;
  readonly endsWithComma: boolean;
  readonly endsSentence: boolean;
}

export function setScene(
  parts: Omit<Scene, "cueOf" | "tokenOf" | "mentionsIn" | "surroundings">,
  paragraphs: number,
): Scene {
  const { tokens, stretches, mentions, cues } = parts;
  const tokenOf = new Array<number>(stretches.length).fill(-1);
  for (let at = 0; at < tokens.length; at++) {
    const stretch = tokens[at]?.stretch ?? -1;
    if (stretch >= 0) tokenOf[stretch] = at;
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
  const surroundings = stretches.map((stretch, index) =>
    surround(parts, stretch, tokenOf[index] ?? -1, cueAt),
  );
  return { ...parts, cueOf, tokenOf, mentionsIn, surroundings };
}

const SENTENCE_END = new Set(".?!…");

function surround(
  { text, tokens, cues }: Pick<Scene, "text" | "tokens" | "cues">,
  stretch: Stretch,
  at: number,
  cueAt: Int32Array,
): Surroundings {
  const own = tokens[at];
  let cueAfter = -1;
  for (let next = at + 1; next < at + 40; next++) {
    const token = tokens[next];
    if (
      token === undefined ||
      token.kind === "stretch" ||
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
  const last = text.charAt(stretch.end - 1);
  return {
    cueAfter,
    cueBefore,
    gapBefore,
    opensParagraph: before === undefined || before.kind === "break",
    wholeParagraph:
      (before === undefined || before.kind === "break") && (after === undefined || after.kind === "break"),
    opensSentence: own?.initial === true || before === undefined || before.kind === "break",
    afterColon: before?.text === ":",
    invited: (before === undefined || before.kind === "break") && itemAt(tokens, at - 2)?.text === ":",
    endsWithComma: last === "," || after?.text === ",",
    endsSentence: SENTENCE_END.has(last),
  };
}
