import type { LinearModel } from "#attribution/ranking/linear-model.ts";
import type { PlacedPassage, Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";
import type { Kind } from "./kind.ts";
import { kindFeatures } from "./kind-features.ts";
import { isAside, isLabel } from "./labels.ts";

/** What a fragment counts beside a whole utterance: a name or a scare quote taken for somebody’s words costs more. */
const FRAGMENT = 0.45;

/** How much likelier each kind of quotation is than none, in log odds. */
export interface KindModels {
  readonly direct: LinearModel;
  readonly mixed: LinearModel;
}

/**
 * Decides what each passage is: a whole utterance (direct), words inside the reporter's sentence (mixed), or no
 * quotation at all: “smart” meters, “Night Shift” on television, Rob “Dash” Lee. An utterance over several paragraphs
 * is what its first passage is.
 *
 * @returns by passage
 */
export function decideKinds(story: Story, models: KindModels): readonly Kind[] {
  const kinds: Kind[] = [];
  for (const { passages } of story.utterances) {
    const [first] = passages;
    if (first === undefined) continue;
    const kind =
      isAside(story, first) || isLabel(story, first)
        ? "none"
        : answers(kinds, first, story)
          ? "direct"
          : likeliestKind(story, first, kindJoined(story, kinds, first), models);
    for (const passage of passages) kinds.push(isAside(story, passage) ? "none" : kind);
  }
  return kinds;
}

/** “And who was driving them?” ¶ “Me.”: a paragraph that is nothing but a sentence in marks, after another's words. */
function answers(
  kinds: readonly Kind[],
  { index, paragraph, context }: PlacedPassage,
  story: Story,
): boolean {
  const before = itemAt(story.passages, index - 1);
  if (!context.wholeParagraph || !context.endsSentence || before?.paragraph !== paragraph - 1) return false;
  return before.context.wholeParagraph && kinds[index - 1] === "direct";
}

/** Die Lage sei „alarmierend“: whoever is reported has said it, though no reporting word stands near. */
function isReported({ tokens }: Story, { at, paragraph }: PlacedPassage): boolean {
  const sentence = tokens[at]?.sentence;
  for (let next = at - 1; next > at - NEAR; next--) {
    const token = itemAt(tokens, next);
    if (token?.sentence !== sentence || token?.paragraph !== paragraph || token.text === ";") break;
    if (token.word.subjunctive) return true;
  }
  for (let next = at + 1; next < at + NEAR; next++) {
    const token = tokens[next];
    if (token?.sentence !== sentence || token?.paragraph !== paragraph || token.text === ",") break;
    if (token.word.subjunctive) return true;
  }
  return false;
}

/** She asked of every timetable that it be “tide-minded”: the bare “be” of a wish, after who wishes it. */
function isAskedFor({ tokens }: Story, { at, context }: PlacedPassage): boolean {
  const [subject, verb] = [itemAt(tokens, at - 2), itemAt(tokens, at - 1)];
  if (context.cueBefore === null || verb?.lower !== "be" || subject?.kind !== "word") return false;
  return subject.word.pronoun !== null && !subject.word.auxiliary;
}

const AS = /^(?:als|von|de|comme|como)$/;

/**
 * „sprach von einem „Dammbruch““, « a qualifié le projet de « folie » »: in a language whose weights English taught,
 * where the verb that characterizes and its preposition leave no doubt.
 */
function isCharacterized({ tokens, lexicon }: Story, { at, context }: PlacedPassage): boolean {
  if (lexicon.tag === "en" || context.cueBefore?.strength !== "act") return false;
  const before = itemAt(tokens, at - 1);
  const link = before?.word.determiner ? itemAt(tokens, at - 2) : before;
  return AS.test(link?.lower ?? "");
}

/** So far from the words the verb of their clause may stand. */
const NEAR = 10;

function likeliestKind(
  story: Story,
  passage: PlacedPassage,
  joined: Kind | null,
  { direct, mixed }: KindModels,
): Kind {
  const features = {
    add: (feature: number) => {
      direct.add(feature);
      mixed.add(feature);
    },
  };
  kindFeatures(story, passage, joined, features);
  const [asDirect, asMixed] = [direct.takeLogit(), mixed.takeLogit()];
  // Against no quotation, whose log odds are nought, both kinds stand together.
  if (Math.exp(asDirect) + FRAGMENT * Math.exp(asMixed) <= 1)
    return [isReported, isAskedFor, isCharacterized].some((holds) => holds(story, passage))
      ? "mixed"
      : "none";
  return asDirect >= asMixed ? "direct" : "mixed";
}

/** The kind of the passage before in the same sentence; null where there is none. */
export function kindJoined(
  { tokens, passages }: Story,
  kinds: readonly Kind[],
  { index, at }: PlacedPassage,
): Kind | null {
  const before = itemAt(passages, index - 1);
  if (before === undefined || tokens[before.at]?.sentence !== tokens[at]?.sentence) return null;
  return kinds[index - 1] ?? null;
}
