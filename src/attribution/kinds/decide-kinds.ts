import { type LinearModel, logistic } from "#attribution/ranking/linear-model.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/item-at.ts";
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
  for (const [index, passage] of story.passages.entries()) {
    const kind = isDirect(story, index) ? "direct" : "mixed";
    const quoted =
      passage.continues && !isAside(story, index)
        ? kinds[index - 1] !== "none"
        : !isLabel(story, index) && likelihood(story, index, model) >= threshold(story, kinds, index, kind);
    kinds.push(quoted ? kind : "none");
  }
  return kinds;
}

/** How likely a passage is a quotation, by its features. */
function likelihood(story: Story, index: number, model: LinearModel): number {
  kindFeatures(story, index, model);
  return logistic(model.takeLogit());
}

const CALLING = new Set(
  "call describe dismiss denounce brand deride dub label praise criticize criticise mock hail".split(" "),
);

/** A paragraph that is nothing but a sentence in marks: “Me.” */
function isTurn({ contexts, passages, headline }: Story, index: number): boolean {
  const around = contexts[index];
  return (
    around?.wholeParagraph === true && around.endsSentence && !(headline && passages[index]?.paragraph === 0)
  );
}

/** Probert asked: “Whose geese are these?”; “Gum,” the clerk repeated. */
function isAnnounced({ contexts, cues, mentions, tokenOf }: Story, index: number): boolean {
  const around = contexts[index];
  const cue = itemAt(cues, around?.cueBefore ?? -1);
  const after = itemAt(cues, around?.cueAfter ?? -1);
  const speaker = itemAt(mentions, after?.subject ?? -1);
  if (
    around?.opensSentence === true &&
    around.endsWithComma &&
    after?.strength === "speech" &&
    after.form === "finite" &&
    speaker !== undefined &&
    Math.min(speaker.first, after.token) <= (tokenOf[index] ?? 0) + 2
  )
    return true;
  return (
    around?.afterColon === true &&
    around.endsSentence &&
    around.gapBefore <= 1 &&
    cue?.strength === "speech" &&
    cue.subject >= 0
  );
}

/** “praised its “grit”, its “nerve””: words that somebody is reported to have used need less. */
function threshold(story: Story, kinds: readonly Kind[], index: number, kind: "direct" | "mixed"): number {
  if (kind === "direct" && (isTurn(story, index) || isAnnounced(story, index))) return THRESHOLDS.announced;
  if (kind === "direct") return story.lexicon.tag === "en" ? THRESHOLDS.direct : THRESHOLDS.foreign;
  const around = story.contexts[index];
  const cue = itemAt(story.cues, around?.cueBefore ?? -1) ?? itemAt(story.cues, around?.cueAfter ?? -1);
  const before = itemAt(story.tokens, itemAt(story.tokenOf, index - 1) ?? -1);
  const joined =
    before !== undefined && before.sentence === story.tokens[story.tokenOf[index] ?? -1]?.sentence;
  if (joined && kinds[index - 1] === "mixed") return THRESHOLDS.joined;
  const subject = itemAt(story.mentions, cue?.subject ?? -1);
  // The weights were learned from English; and “called it “x””, ““x”, according to Amin” say who speaks.
  if (story.lexicon.tag !== "en") return THRESHOLDS.foreign;
  // “Her complaint of “a kingdom of forms””
  if (subject?.possessive === true && (around?.gapBefore ?? 9) <= 3) return THRESHOLDS.joined;
  // ““we must have a relationship”, Taylor told the conference”; “she noted that there was “an awful lot to do””
  if (
    subject !== undefined &&
    cue?.strength === "speech" &&
    cue.form === "finite" &&
    subject.kind !== "organization"
  ) {
    const span = story.passages[index];
    if (span !== undefined && isClause(story.text.slice(span.start, Math.min(span.end, span.start + 400))))
      return THRESHOLDS.called;
  }
  if (subject !== undefined && (cue?.form === "phrase" || (cue !== undefined && CALLING.has(cue.verb))))
    return THRESHOLDS.called;
  return subject !== undefined && subject.kind !== "organization" && cue?.form !== "infinitive"
    ? THRESHOLDS.reported
    : THRESHOLDS.mixed;
}

/** Set off from the narration by a mark or a paragraph's edge, or a whole sentence after its reporting word. */
function isDirect(story: Story, index: number): boolean {
  const { tokens, tokenOf, passages, text, contexts } = story;
  const passage = passages[index];
  const around = contexts[index];
  const at = tokenOf[index] ?? 0;
  if (passage === undefined || around === undefined) return false;
  if (passage.continues || around.opensSentence || around.opensParagraph)
    return !/^\p{Ll}/u.test(text.charAt(passage.start)) || around.cueAfter >= 0 || around.endsSentence;
  const before = tokens[at - 1];
  const first = text.charAt(passage.start);
  if (before?.text === ":") return true;
  if (before?.kind === "passage") return true;
  // “ugly”, “brave” and “late”
  if (
    before?.text === "," &&
    tokens[at - 2]?.kind === "passage" &&
    /^\p{Ll}/u.test(first) &&
    !around.endsSentence &&
    countWords(text, passage.start, passage.end) < 4
  )
    return false;
  // “until it, as she put it, ‘gave up on me’”
  if (before?.text === "," && isPutSo(story, index) && /^\p{Ll}/u.test(first)) return false;
  if (before?.text === "," || before?.text === "—" || before?.text === "–")
    return around.cueAfter >= 0 || around.cueBefore >= 0 || /\p{Lu}/u.test(first);
  if (before?.kind === "word" && before.word.cue !== null)
    return /[\p{Lu}\d]/u.test(first) && countWords(text, passage.start, passage.end) > 1;
  return around.endsSentence && /\p{Lu}/u.test(first) && around.cueBefore >= 0 && before?.kind !== "word";
}

/** “as she put it,”, “in the words of her coach,” */
function isPutSo({ contexts, cues }: Story, index: number): boolean {
  const cue = itemAt(cues, contexts[index]?.cueBefore ?? -1);
  return cue !== undefined && (cue.verb === "put" || cue.form === "phrase");
}

/** More than three words, and not the capitals of a title: “The Long Table Show”. */
function isClause(words: string): boolean {
  const found = words.match(WORD) ?? [];
  return found.length > 3 && found.slice(1).filter((word) => /^\p{Lu}/u.test(word)).length < found.length / 2;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

function countWords(text: string, start: number, end: number): number {
  return text.slice(start, Math.min(end, start + 400)).match(WORD)?.length ?? 0;
}
