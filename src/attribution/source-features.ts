import type { Features } from "./linear-model.ts";
import { isOblique } from "./oblique.ts";
import { isSubject, type Scene } from "./scene.ts";
import type { Cue, Mention } from "./story.ts";

/** Sources chosen for the stretches before, as far as they are known: mention index, or -1. */
export interface History {
  readonly stretch: number;
  readonly source: number;
}

const bucket = (distance: number) =>
  distance <= 1
    ? "0"
    : distance <= 3
      ? "2"
      : distance <= 6
        ? "5"
        : distance <= 12
          ? "10"
          : distance <= 25
            ? "20"
            : distance <= 60
              ? "50"
              : "99";

/** The mentions that may be a stretch's source: its own paragraph, the two before, and who spoke last. */
export function sourceCandidates(scene: Scene, stretch: number, history: History | null): readonly number[] {
  const paragraph = scene.stretches[stretch]?.paragraph ?? 0;
  const at = scene.tokenOf[stretch] ?? 0;
  const found: number[] = [];
  const [from, to] = scene.mentionsIn[paragraph] ?? [0, 0];
  const own: number[] = [];
  const middle = firstAfter(scene.mentions, from, to, at);
  for (let index = Math.max(from, middle - 10); index < Math.min(to, middle + 10); index++)
    if (!isFirstPerson(scene, index)) own.push(index);
  own.sort(
    (a, b) => Math.abs((scene.mentions[a]?.first ?? 0) - at) - Math.abs((scene.mentions[b]?.first ?? 0) - at),
  );
  found.push(...own.slice(0, 10));
  for (let back = 1; back <= 2; back++) {
    const [start, end] = scene.mentionsIn[paragraph - back] ?? [0, 0];
    for (let index = Math.max(start, end - 5); index < end; index++)
      if (!isFirstPerson(scene, index)) found.push(index);
  }
  // “Best soup in town.” ¶ — Tomas Rey: a sign-off may stand in the next paragraph.
  const next = scene.mentionsIn[paragraph + 1] ?? [0, 0];
  const sign = scene.mentions[next[0]];
  if (
    next[1] > next[0] &&
    sign !== undefined &&
    /^[―—–-]/.test(scene.tokens[sign.first - 1]?.text ?? "") &&
    scene.tokens[sign.first - 2]?.kind === "break"
  )
    found.push(next[0]);
  if (history !== null && history.source >= 0 && !found.includes(history.source)) found.push(history.source);
  return found;
}

/** The first mention of a paragraph that stands after a token, by bisection. */
function firstAfter(mentions: readonly Mention[], from: number, to: number, token: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** “I asked Kofi Sarpong”: the reporter is nobody's source. */
function isFirstPerson(scene: Scene, index: number): boolean {
  const mention = scene.mentions[index];
  return mention?.kind === "pronoun" && scene.lexicon.word(mention.text).pronoun?.first === true;
}

/** What speaks for and against one mention as the source of one stretch. */
export function sourceFeatures(
  scene: Scene,
  stretch: number,
  index: number,
  history: History | null,
): Features {
  const { tokens, mentions, surroundings, stretches, tokenOf, cues } = scene;
  const mention = mentions[index] as Mention;
  const around = surroundings[stretch];
  const own = stretches[stretch];
  const at = tokenOf[stretch] ?? 0;
  const token = tokens[at];
  if (around === undefined || own === undefined || token === undefined) return [];
  const features: Features = [];
  const after = mention.first > at;
  const gap = after ? mention.first - at - 1 : at - mention.last - 1;
  const paragraphs = own.paragraph - mention.paragraph;
  const same = mention.sentence === token.sentence && paragraphs === 0;
  const zone = same
    ? after
      ? "sA"
      : "sB"
    : paragraphs === 0
      ? after
        ? "pA"
        : "pB"
      : paragraphs === 1
        ? "p1"
        : paragraphs < 0
          ? "next"
          : "p2";
  const kind =
    mention.kind === "pronoun"
      ? /^(?:i|we|you)$/.test(mention.text)
        ? "first"
        : mention.text === "it"
          ? "it"
          : "pron"
      : mention.kind;
  const cueAfter = cues[around.cueAfter];
  const cueBefore = cues[around.cueBefore];
  const how = (cueAfter ? `A${form(cueAfter)}` : "") + (cueBefore ? `B${form(cueBefore)}` : "");
  const edge = around.opensParagraph ? "open" : around.opensSentence ? "sent" : "mid";
  features.push(
    `zone=${zone}`,
    `zone=${zone} gap=${bucket(gap)}`,
    `kind=${kind}`,
    `zone=${zone} how=${how}`,
    `zone=${zone} edge=${edge}`,
    `zone=${zone} kind=${kind}`,
  );

  if (cueAfter?.subject === index)
    features.push(
      `subject after ${form(cueAfter)}`,
      `subject after ${form(cueAfter)} ${cueAfter.inverted ? "inv" : "dir"} gap=${bucket(Math.min(gap, Math.abs(cueAfter.token - at)))}`,
      `subject after edge=${edge}`,
    );
  if (cueBefore?.subject === index) {
    features.push(
      `subject before ${form(cueBefore)}`,
      `subject before ${form(cueBefore)} gap=${bucket(around.gapBefore)}`,
      `subject before how=${how}`,
      around.afterColon ? "subject before colon" : "subject before plain",
      `subject before edge=${edge}`,
      `subject before verb=${cueBefore.strength}/${cueBefore.form}/comma=${around.endsWithComma}`,
    );
  }
  const role = roleOfCue(scene, index);
  if (role !== null && cueAfter?.subject !== index && cueBefore?.subject !== index)
    features.push(
      `reports zone=${zone}`,
      `reports ${form(role)} zone=${zone}`,
      `reports zone=${zone} edge=${edge} how=${how}`,
    );

  const subject = isSubject(scene, mention);
  features.push(subject ? `subject zone=${zone}` : `object zone=${zone}`);
  if (mention.possessive) features.push("possessive", `possessive gap=${bucket(gap)}`);
  if (isOblique(tokens, mention))
    features.push("oblique", `oblique ${tokens[mention.first - 1]?.lower ?? ""}`);
  const before = tokens[mention.first - 1];
  if (before?.kind === "word" && before.word.cue !== null && !(cueAfter?.subject === index))
    features.push(`object of ${before.word.cue?.verb === "tell" ? "tell" : "cue"}`);

  const [low, high] = after ? [at, mention.first] : [mention.last, at];
  if (paragraphs === 0) {
    const between = countInside(scene.stretchesBefore, low, high);
    const nearer = countInside(scene.mentionsBefore, low, high);
    features.push(
      `zone=${zone} between=${Math.min(between, 2)}`,
      `zone=${zone} nearer=${Math.min(nearer, 3)}`,
    );
  }
  if (tokens[at - 1]?.text === "," && after && mention.first === at + 1) features.push("comma both");
  if (after && /^[―—–-]+$/.test(tokens[mention.first - 1]?.text ?? "") && gap <= 2) features.push("sign-off");
  if (after && tokens[mention.last + 1]?.text === ":") features.push("label of the next");
  if (!after && paragraphs === 0 && tokens[mention.last + 1]?.text === ":" && mention.last + 2 === at)
    features.push("label");
  if (paragraphs === 1) {
    const [start, end] = scene.mentionsIn[mention.paragraph] ?? [0, 0];
    features.push(
      `p1 fromEnd=${Math.min(end - 1 - index, 4)}`,
      `p1 fromStart=${Math.min(index - start, 3)}`,
      `p1 invited=${around.invited}`,
      `p1 whole=${around.wholeParagraph} subject=${subject}`,
    );
  }
  if (history !== null) {
    const last = stretches[history.stretch];
    const near =
      last === undefined
        ? "far"
        : last.paragraph === own.paragraph
          ? tokens[tokenOf[history.stretch] ?? 0]?.sentence === token.sentence
            ? "sentence"
            : "paragraph"
          : last.paragraph === own.paragraph - 1
            ? "before"
            : "far";
    if (history.source === index)
      features.push(
        `last=${near}`,
        `last=${near} how=${how}`,
        `last=${near} edge=${edge} whole=${around.wholeParagraph} zone=${zone}`,
        `last=${near} kind=${kind}`,
        own.continues ? "last continues" : "last new",
      );
    else if (history.source >= 0) features.push(`other=${near} zone=${zone}`);
    const entity = scene.entities.of[index] ?? -1;
    if (
      history.source !== index &&
      history.source >= 0 &&
      entity >= 0 &&
      scene.entities.of[history.source] === entity
    )
      features.push(`last entity=${near}`);
  }
  return features;
}

/** How many of what is counted stand between two tokens, neither included. */
function countInside(before: Int32Array, low: number, high: number): number {
  return high > low ? (before[high] ?? 0) - (before[low + 1] ?? 0) : 0;
}

function form(cue: Cue): string {
  return cue.form === "phrase" ? "phrase" : `${cue.strength}-${cue.form}`;
}

/** The reporting words whose subject a mention is, nearest to it; null for none. */
function roleOfCue(scene: Scene, index: number): Cue | null {
  return scene.cues[reporters(scene).get(index) ?? -1] ?? null;
}

const REPORTERS = new WeakMap<Scene, ReadonlyMap<number, number>>();

function reporters(scene: Scene): ReadonlyMap<number, number> {
  const known = REPORTERS.get(scene);
  if (known !== undefined) return known;
  const found = new Map<number, number>();
  for (const [index, cue] of scene.cues.entries())
    if (cue.subject >= 0 && !found.has(cue.subject)) found.set(cue.subject, index);
  REPORTERS.set(scene, found);
  return found;
}
