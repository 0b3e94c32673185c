import type { Article, Quotation } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import { sentencesOf } from "./sentences.ts";

/** One utterance, whole, whatever the number of its pieces. */
export interface Statement {
  /** Its words without outer marks, paragraphs joined by a newline. */
  readonly text: string;
  /** Where in `text` the sentence begins that holds the quotation asked for. */
  readonly start: number;
  /** Its pieces in reading order, the quotation asked for among them. */
  readonly quotations: readonly Quotation[];
}

type Story = Pick<Article, "blocks" | "quotations" | "inLanguage">;

/**
 * The statement that a quotation is a piece of: what is shared, drawn and told
 * wherever the quotation is.
 *
 *     “Has nobody,” she asked, “counted them?”         Has nobody, counted them?
 *     “We stay,” said Orla. “It is warm.”              We stay. It is warm.
 *     “We stay,” said Orla. She sat down. “For now.”   We stay. … For now.
 *     a “bold” and, she said, “costly” plan            bold … costly
 *
 * Nothing is said that was not: an ellipsis stands wherever more than the
 * reporting words came between. A comma between two halves of a sentence stays,
 * since only the speaker knows whose it is; where the sentence was over, a full
 * stop stands for it, as it would without the reporting words.
 */
export function statementOf(story: Story, quotation: Quotation): Statement {
  const pieces = story.quotations.filter(
    ({ statement, speaker }) => statement === quotation.statement && speaker === quotation.speaker,
  );
  const own = pieces.findIndex(({ id }) => id === quotation.id);
  if (own < 0) return { text: quotation.text, start: 0, quotations: [quotation] };
  let text = "";
  let start = 0;
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    if (before === undefined) text = piece.text;
    else {
      const { closed, joint, sameSentence } = joined(story, before, piece, text);
      text = closed + joint;
      if (at <= own && !sameSentence) start = text.length;
      text += piece.text;
    }
  }
  return { text, start, quotations: pieces };
}

/** The whole statement of published words: of those that stand in the story as they were, with all of its pieces; else the words alone. */
export function statementOfPermalink(story: Story, { quotation, state }: Permalink): Statement {
  const stands = state !== "edited" && state !== "removed";
  const now = stands ? story.quotations.find(({ id }) => id === quotation.id) : undefined;
  return now === undefined
    ? { text: quotation.text, start: 0, quotations: [quotation] }
    : statementOf(story, now);
}

/** How a piece goes on from the text before it. */
interface Join {
  /** The text before, ended as it must be. */
  readonly closed: string;
  readonly joint: string;
  readonly sameSentence: boolean;
}

function joined(story: Story, before: Quotation, piece: Quotation, text: string): Join {
  const gap = gapBetween(story, before, piece);
  const sentences = sentencesOf(gap.text, story.inLanguage);
  const [first] = sentences;
  const isOver = first !== undefined && endsSentence(gap.text.slice(first.start, first.end));
  const closed = isOver ? close(text) : text;
  // One run of reporting words; after the end of a sentence it must be them that stood there.
  const isReport =
    sentences.length <= 1 &&
    (!isOver ||
      !endsSentence(text) ||
      [before.cue, piece.cue].some((cue) => cue !== null && gap.text.includes(cue)));
  const isWhole = before.kind === "direct" && piece.kind === "direct" && gap.isNear && isReport;
  const space = gap.parts ? "\n" : isUnspaced(text) && isUnspaced(piece.text) ? "" : " ";
  if (isWhole) return { closed, joint: space, sameSentence: !isOver && !endsSentence(text) };
  const open = isOver ? closed : text.replace(/[\s,،，、;:–—-]+$/u, "");
  return { closed: open, joint: gap.parts ? " …\n" : " … ", sameSentence: false };
}

/** What stands in the story between two pieces, outer marks left out. */
function gapBetween(
  { blocks, quotations }: Story,
  before: Quotation,
  piece: Quotation,
): { readonly text: string; readonly isNear: boolean; readonly parts: boolean } {
  const from = before.segments.at(-1);
  const to = piece.segments[0];
  const first = blocks.findIndex(({ id }) => id === from?.block);
  const second = blocks.findIndex(({ id }) => id === to?.block);
  if (from === undefined || to === undefined || first < 0 || second < first)
    return { text: "", isNear: false, parts: false };
  const texts = blocks.slice(first, second + 1).map(({ text }, at) => {
    const end = first + at === second ? to.start : text.length;
    return text.slice(at === 0 ? from.end : 0, end);
  });
  const follows = quotations.indexOf(piece) === quotations.indexOf(before) + 1;
  return {
    text: texts.map(withoutMarks).filter(Boolean).join(" "),
    isNear: follows && second - first <= 1,
    parts: second > first,
  };
}

const marks = "[\\s\"'“”„‟‘’‚‛«»‹›「」『』]";
const withoutMarks = (text: string): string => text.replace(new RegExp(`^${marks}+|${marks}+$`, "gu"), "");

const endsSentence = (text: string): boolean => /[.!?…。！？؟।]["'”’»)\]]*\s*$/u.test(text);
const isUnspaced = (text: string): boolean => /^\p{Script=Han}|\p{Script=Han}[，。、！？]?$/u.test(text);

/** A sentence's end in place of the comma that led to the reporting words. */
function close(text: string): string {
  if (endsSentence(text)) return text;
  const stop = /\p{Script=Han}/u.test(text) ? "。" : /\p{Script=Devanagari}/u.test(text) ? "।" : ".";
  return text.replace(/[\s,،，、;:–—-]+$/u, "") + stop;
}
