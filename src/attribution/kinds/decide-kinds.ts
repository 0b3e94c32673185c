import { type LinearModel, logistic } from "#attribution/ranking/linear-model.ts";
import type { Context, PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";
import type { Span } from "#text/spans.ts";
import { kindFeatures } from "./kind-features.ts";
import { isAside, isLabel } from "./labels.ts";

export type Kind = "direct" | "mixed" | "none";

/**
 * A passage is a quotation only when that is likelier than these: words inside the reporter's sentence are more
 * often a name or a scare quote than a whole utterance is.
 */
const THRESHOLDS = {
  direct: 0.6,
  mixed: 0.9,
  reported: 0.82,
  called: 0.35,
  joined: 0.18,
  foreign: 0.2,
  announced: 0.1,
} as const;

/**
 * Decides what each passage is: a whole utterance (direct), words inside the reporter's sentence (mixed), or no
 * quotation at all: “smart” meters, “Night Shift” on television, Rob “Dash” Lee.
 */
export function decideKinds(story: Story, model: LinearModel): readonly Kind[] {
  const kinds: Kind[] = [];
  for (const { passages } of story.utterances) {
    const [first] = passages;
    if (first === undefined) continue;
    const kind = isDirect(story, first) ? "direct" : "mixed";
    const quoted =
      !isLabel(story, first) && likelihood(story, first, model) >= threshold(story, kinds, first, kind);
    for (const passage of passages)
      kinds.push(
        quoted && !isAside(story, passage) ? (isDirect(story, passage) ? "direct" : "mixed") : "none",
      );
  }
  return kinds;
}

/** How likely a passage is a quotation, by its features. */
function likelihood(story: Story, passage: PlacedPassage, model: LinearModel): number {
  kindFeatures(story, passage, model);
  return logistic(model.takeLogit());
}

const CALLING = new Set(
  "call describe dismiss denounce brand deride dub label praise criticize criticise mock hail".split(" "),
);

/** A paragraph that is nothing but a sentence in marks: “Me.” */
function isTurn({ headline }: Story, { paragraph, context }: PlacedPassage): boolean {
  return context.wholeParagraph && context.endsSentence && !(headline && paragraph === 0);
}

/** Probert asked: “Whose geese are these?”; “Gum,” the clerk repeated. */
function isAnnounced({ at, context }: PlacedPassage): boolean {
  const { cueBefore: cue, cueAfter: after } = context;
  if (
    context.opensSentence &&
    context.endsWithComma &&
    after?.strength === "speech" &&
    after.form === "finite" &&
    after.subject !== null &&
    Math.min(after.subject.first, after.at) <= at + 2
  )
    return true;
  return (
    context.afterColon &&
    context.endsSentence &&
    context.gapBefore <= 1 &&
    cue?.strength === "speech" &&
    cue.subject !== null
  );
}

/** “praised its “grit”, its “nerve””: words that somebody is reported to have used need less. */
function threshold(
  story: Story,
  kinds: readonly Kind[],
  passage: PlacedPassage,
  kind: "direct" | "mixed",
): number {
  const { context } = passage;
  if (kind === "direct" && (isTurn(story, passage) || isAnnounced(passage))) return THRESHOLDS.announced;
  if (kind === "direct") return story.lexicon.tag === "en" ? THRESHOLDS.direct : THRESHOLDS.foreign;
  const cue = context.cueBefore ?? context.cueAfter;
  if (kinds.at(-1) === "mixed" && isJoined(story, passage)) return THRESHOLDS.joined;
  const subject = cue?.subject ?? null;
  // The weights were learned from English; and “called it “x””, ““x”, according to Amin” say who speaks.
  if (story.lexicon.tag !== "en") return THRESHOLDS.foreign;
  if (cue === null || subject === null) return THRESHOLDS.mixed;
  // “Her complaint of “a kingdom of forms””
  if (subject.possessive && context.gapBefore <= 3) return THRESHOLDS.joined;
  // ““we need the ferry in winter”, Brandt told the meeting”; “she noted that there was “a great deal to mend””
  const person = subject.kind !== "organization";
  if (cue.strength === "speech" && cue.form === "finite" && person && isClause(story.text, passage))
    return THRESHOLDS.called;
  if (cue.form === "phrase" || CALLING.has(cue.verb)) return THRESHOLDS.called;
  return person && cue.form !== "infinitive" ? THRESHOLDS.reported : THRESHOLDS.mixed;
}

/** Whether the passage before stands in the same sentence. */
function isJoined({ tokens, passages }: Story, { index, at }: PlacedPassage): boolean {
  const before = itemAt(passages, index - 1);
  return before !== undefined && tokens[before.at]?.sentence === tokens[at]?.sentence;
}

/** Set off from the narration by a mark or a paragraph's edge, or a whole sentence after its reporting word. */
function isDirect({ tokens, text }: Story, passage: PlacedPassage): boolean {
  const { at, start, context } = passage;
  const cued = context.cueAfter !== null || context.cueBefore !== null;
  const first = text.charAt(start);
  if (passage.continues || context.opensSentence || context.opensParagraph)
    return !/^\p{Ll}/u.test(first) || context.cueAfter !== null || context.endsSentence;
  const before = tokens[at - 1];
  if (before?.text === ":") return true;
  if (before?.kind === "passage") return true;
  // “ugly”, “brave” and “late”
  if (
    before?.text === "," &&
    tokens[at - 2]?.kind === "passage" &&
    /^\p{Ll}/u.test(first) &&
    !context.endsSentence &&
    wordsOf(text, passage).length < 4
  )
    return false;
  // “until it, as she put it, ‘gave up on me’”
  if (before?.text === "," && isPutSo(context) && /^\p{Ll}/u.test(first)) return false;
  if (before?.text === "," || before?.text === "—" || before?.text === "–")
    return cued || /\p{Lu}/u.test(first);
  if (before?.kind === "word" && before.word.cue !== null)
    return /[\p{Lu}\d]/u.test(first) && wordsOf(text, passage).length > 1;
  return (
    context.endsSentence && /\p{Lu}/u.test(first) && context.cueBefore !== null && before?.kind !== "word"
  );
}

/** “as she put it,”, “in the words of her coach,” */
function isPutSo({ cueBefore: cue }: Context): boolean {
  return cue !== null && (cue.verb === "put" || cue.form === "phrase");
}

/** More than three words, and not the capitals of a title: “The Long Table Show”. */
function isClause(text: string, passage: Span): boolean {
  const found = wordsOf(text, passage);
  return found.length > 3 && found.slice(1).filter((word) => /^\p{Lu}/u.test(word)).length < found.length / 2;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** The words of a passage's beginning. */
function wordsOf(text: string, { start, end }: Span): readonly string[] {
  return text.slice(start, Math.min(end, start + 400)).match(WORD) ?? [];
}
