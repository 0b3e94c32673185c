import type { Cue, MentionAt } from "./cues/cue.ts";
import type { Entity } from "./entities/entity.ts";
import type { Entities } from "./entities/gather-entities.ts";
import type { Passage } from "./marks/passage.ts";
import type { Mention } from "./mentions/mention.ts";
import { itemAt, type Token } from "./tokens/token.ts";
import type { Lexicon } from "./words/lexicon.ts";

/** What the passes that read a story found in it. */
interface Findings {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly mentionAt: MentionAt;
  readonly cues: readonly Cue[];
  /** The story sets its quotations in single marks. */
  readonly singleMarks: boolean;
  /** The first paragraph is the story's headline. */
  readonly headline: boolean;
  readonly entities: Entities;
}

/** A story as the passes that choose see it. */
export interface Story extends Findings {
  readonly passages: readonly PlacedPassage[];
  /** The passages in order, those together that carry one utterance on over several paragraphs. */
  readonly utterances: readonly Utterance[];
  /** The first reporting words whose subject a mention is. */
  readonly cueOf: (mention: Mention) => Cue | null;
  /** Whom a name names; null for pronouns and role phrases. */
  readonly entityOf: (mention: Mention) => Entity | null;
  /** A paragraph's mentions; none where there is no such paragraph. */
  readonly mentionsIn: (paragraph: number) => readonly Mention[];
}

/** A passage among a story's others. */
export interface PlacedPassage extends Passage {
  /** Which of the story's passages it is, from 0. */
  readonly index: number;
  /** Its token. */
  readonly at: number;
  readonly context: Context;
}

/** What is said in one go: one passage, or those of several paragraphs whose marks were reopened. */
export interface Utterance {
  readonly passages: readonly PlacedPassage[];
  /** The passage beside which the story says who speaks; the first where none has reporting words. */
  readonly leading: PlacedPassage;
}

/** What stands around one passage. */
export interface Context {
  /** The reporting words that follow in the same sentence, before any other passage. */
  readonly cueAfter: Cue | null;
  readonly cueBefore: Cue | null;
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

type CueAt = readonly (Cue | undefined)[];

export function makeStory(found: Findings, paragraphs: number): Story {
  const { text, tokens, mentions, cues, entities } = found;
  const byParagraph: Mention[][] = Array.from({ length: paragraphs }, () => []);
  for (const mention of mentions) byParagraph[mention.paragraph]?.push(mention);
  const bySubject = new Array<Cue | null>(mentions.length).fill(null);
  const cueAt = new Array<Cue | undefined>(tokens.length).fill(undefined);
  for (const cue of cues) {
    cueAt[cue.at] = cue;
    if (cue.subject !== null) bySubject[cue.subject.index] ??= cue;
  }
  const passages: PlacedPassage[] = [];
  for (const [at, { passage }] of tokens.entries())
    if (passage !== null)
      passages.push({
        ...passage,
        index: passages.length,
        at,
        context: contextOf(text, tokens, passage, at, cueAt),
      });
  return {
    ...found,
    passages,
    utterances: joinUtterances(passages),
    cueOf: ({ index }) => bySubject[index] ?? null,
    entityOf: ({ index }) => entities.of[index] ?? null,
    mentionsIn: (paragraph) => itemAt(byParagraph, paragraph) ?? [],
  };
}

function joinUtterances(passages: readonly PlacedPassage[]): readonly Utterance[] {
  const joined: PlacedPassage[][] = [];
  for (const passage of passages) {
    const last = joined.at(-1);
    if (passage.continues && last !== undefined) last.push(passage);
    else joined.push([passage]);
  }
  return joined.map((one) => ({
    passages: one,
    leading: one.find(isAttributed) ?? (one[0] as PlacedPassage),
  }));
}

/** “I am sorry,” said Petra Holm: somebody stands as the subject of reporting words beside it. */
function isAttributed({ context: { cueAfter, cueBefore, afterColonParagraph } }: PlacedPassage): boolean {
  const speaks = (cue: Cue | null) => cue?.strength === "speech" && cue.subject !== null;
  return speaks(cueAfter) || speaks(cueBefore) || afterColonParagraph;
}

const SENTENCE_END = new Set(".?!…");

function contextOf(
  text: string,
  tokens: readonly Token[],
  passage: Passage,
  at: number,
  cueAt: CueAt,
): Context {
  const own = tokens[at];
  const before = itemAt(tokens, at - 1);
  const after = tokens[at + 1];
  const last = text.charAt(passage.end - 1);
  const opensParagraph = before === undefined || before.kind === "break";
  return {
    cueAfter: cueAfter(tokens, at, cueAt),
    ...cueBefore(tokens, at, cueAt),
    opensParagraph,
    wholeParagraph: opensParagraph && (after === undefined || after.kind === "break"),
    opensSentence: own?.initial === true || opensParagraph,
    afterColon: before?.text === ":",
    afterColonParagraph: opensParagraph && itemAt(tokens, at - 2)?.text === ":",
    endsWithComma: last === "," || after?.text === ",",
    endsSentence: SENTENCE_END.has(last),
  };
}

/** Of several cues the first that surely speaks, failing which the first. */
function cueAfter(tokens: readonly Token[], at: number, cueAt: CueAt): Cue | null {
  let found: Cue | null = null;
  for (let next = at + 1; next < at + 40; next++) {
    const token = tokens[next];
    if (token === undefined || token.kind === "passage" || token.kind === "break") break;
    if (token.sentence !== tokens[at]?.sentence) break;
    const cue = cueAt[next];
    if (cue === undefined || cue.form === "infinitive") continue;
    if (cue.strength === "speech") return cue;
    found ??= cue;
  }
  return found;
}

function cueBefore(
  tokens: readonly Token[],
  at: number,
  cueAt: CueAt,
): Pick<Context, "cueBefore" | "gapBefore"> {
  let gapBefore = 0;
  for (let back = at - 1; back >= 0 && back > at - 60; back--) {
    const token = tokens[back];
    if (token === undefined || token.kind === "break" || token.sentence !== tokens[at]?.sentence) break;
    const cue = cueAt[back];
    if (cue !== undefined) return { cueBefore: cue, gapBefore };
    gapBefore++;
  }
  return { cueBefore: null, gapBefore };
}

/** So few words may be said back and forth. */
const FEW = 8;

/** Whether a passage has so few words that it may be a turn in an exchange. */
export function isShort({ text }: Story, { start, end }: PlacedPassage): boolean {
  return end - start < 12 * FEW && text.slice(start, end).split(/\s+/).length <= FEW;
}
