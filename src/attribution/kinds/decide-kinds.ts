import { logistic, type Scale } from "#attribution/ranking/linear-model.ts";
import type { Scene } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/item-at.ts";
import { kindFeatures } from "./kind-features.ts";
import { isAside, isNamed } from "./labels.ts";

export type Kind = "direct" | "mixed" | "none";

/**
 * A stretch is a quotation only when that is likelier than these: words inside the reporter's sentence are more
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
 * Decides what each stretch is: a whole utterance (direct), words inside the reporter's sentence (mixed), or no
 * quotation at all: “smart” meters, “Night Shift” on television, Rob “Dash” Lee.
 */
export function judgeKinds(scene: Scene, scale: Scale): readonly Kind[] {
  const kinds: Kind[] = [];
  for (const [index, stretch] of scene.stretches.entries()) {
    const kind = isDirect(scene, index) ? "direct" : "mixed";
    const quoted =
      stretch.continues && !isAside(scene, index)
        ? kinds[index - 1] !== "none"
        : !isNamed(scene, index) && likelihood(scene, index, scale) >= threshold(scene, kinds, index, kind);
    kinds.push(quoted ? kind : "none");
  }
  return kinds;
}

/** How likely a stretch is a quotation, by its features. */
function likelihood(scene: Scene, index: number, scale: Scale): number {
  kindFeatures(scene, index, scale);
  return logistic(scale.take());
}

const CALLING = new Set(
  "call describe dismiss denounce brand deride dub label praise criticize criticise mock hail".split(" "),
);

/** A paragraph that is nothing but a sentence in marks: “Me.” */
function isTurn({ surroundings, stretches, headline }: Scene, index: number): boolean {
  const around = surroundings[index];
  return (
    around?.wholeParagraph === true && around.endsSentence && !(headline && stretches[index]?.paragraph === 0)
  );
}

/** Probert asked: “Whose geese are these?”; “Gum,” the clerk repeated. */
function isAnnounced({ surroundings, cues, mentions, tokenOf }: Scene, index: number): boolean {
  const around = surroundings[index];
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
function threshold(scene: Scene, kinds: readonly Kind[], index: number, kind: "direct" | "mixed"): number {
  if (kind === "direct" && (isTurn(scene, index) || isAnnounced(scene, index))) return THRESHOLDS.announced;
  if (kind === "direct") return scene.lexicon.tag === "en" ? THRESHOLDS.direct : THRESHOLDS.foreign;
  const around = scene.surroundings[index];
  const cue = itemAt(scene.cues, around?.cueBefore ?? -1) ?? itemAt(scene.cues, around?.cueAfter ?? -1);
  const before = itemAt(scene.tokens, itemAt(scene.tokenOf, index - 1) ?? -1);
  const joined =
    before !== undefined && before.sentence === scene.tokens[scene.tokenOf[index] ?? -1]?.sentence;
  if (joined && kinds[index - 1] === "mixed") return THRESHOLDS.joined;
  const subject = itemAt(scene.mentions, cue?.subject ?? -1);
  // The weights were learned from English; and “called it “x””, ““x”, according to Amin” say who speaks.
  if (scene.lexicon.tag !== "en") return THRESHOLDS.foreign;
  // “Her complaint of “a kingdom of forms””
  if (subject?.possessive === true && (around?.gapBefore ?? 9) <= 3) return THRESHOLDS.joined;
  // ““we must have a relationship”, Taylor told the conference”; “she noted that there was “an awful lot to do””
  if (
    subject !== undefined &&
    cue?.strength === "speech" &&
    cue.form === "finite" &&
    subject.kind !== "organization"
  ) {
    const span = scene.stretches[index];
    if (span !== undefined && isClause(scene.text.slice(span.start, Math.min(span.end, span.start + 400))))
      return THRESHOLDS.called;
  }
  if (subject !== undefined && (cue?.form === "phrase" || (cue !== undefined && CALLING.has(cue.verb))))
    return THRESHOLDS.called;
  return subject !== undefined && subject.kind !== "organization" && cue?.form !== "infinitive"
    ? THRESHOLDS.reported
    : THRESHOLDS.mixed;
}

/** Set off from the narration by a mark or a paragraph's edge, or a whole sentence after its reporting word. */
function isDirect(scene: Scene, index: number): boolean {
  const { tokens, tokenOf, stretches, text, surroundings } = scene;
  const stretch = stretches[index];
  const around = surroundings[index];
  const at = tokenOf[index] ?? 0;
  if (stretch === undefined || around === undefined) return false;
  if (stretch.continues || around.opensSentence || around.opensParagraph)
    return !/^\p{Ll}/u.test(text.charAt(stretch.start)) || around.cueAfter >= 0 || around.endsSentence;
  const before = tokens[at - 1];
  const first = text.charAt(stretch.start);
  if (before?.text === ":") return true;
  if (before?.kind === "stretch") return true;
  // “ugly”, “brave” and “late”
  if (
    before?.text === "," &&
    tokens[at - 2]?.kind === "stretch" &&
    /^\p{Ll}/u.test(first) &&
    !around.endsSentence &&
    countWords(text, stretch.start, stretch.end) < 4
  )
    return false;
  // “until it, as she put it, ‘gave up on me’”
  if (before?.text === "," && isPutSo(scene, index) && /^\p{Ll}/u.test(first)) return false;
  if (before?.text === "," || before?.text === "—" || before?.text === "–")
    return around.cueAfter >= 0 || around.cueBefore >= 0 || /\p{Lu}/u.test(first);
  if (before?.kind === "word" && before.word.cue !== null)
    return /[\p{Lu}\d]/u.test(first) && countWords(text, stretch.start, stretch.end) > 1;
  return around.endsSentence && /\p{Lu}/u.test(first) && around.cueBefore >= 0 && before?.kind !== "word";
}

/** “as she put it,”, “in the words of her coach,” */
function isPutSo({ surroundings, cues }: Scene, index: number): boolean {
  const cue = itemAt(cues, surroundings[index]?.cueBefore ?? -1);
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
