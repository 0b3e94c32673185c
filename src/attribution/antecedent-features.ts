import type { Features } from "./linear-model.ts";
import { isOblique } from "./oblique.ts";
import { isSubject, type Scene } from "./scene.ts";
import type { Mention } from "./story.ts";

/** What the story so far says about one entity, seen from the pronoun or role phrase to be resolved. */
export interface Trace {
  /** Its last mention before, pronouns included. */
  readonly mention: number;
  /** The last stretch it spoke; -1 for none. */
  readonly spoke: number;
  /** How often it spoke and was named so far. */
  readonly times: number;
  readonly named: number;
  readonly rank: number;
  /** Who was last the subject of any reporting words. */
  readonly lastReporter: number;
}

const SUBJECTS = new WeakMap<Scene, ReadonlySet<number>>();

/** The mentions that stand as subject of reporting words; a possessor (“her claim”) does not. */
export function subjectsOfCues(scene: Scene): ReadonlySet<number> {
  const known =
    SUBJECTS.get(scene) ??
    new Set(
      scene.cues
        .map(({ subject }) => subject)
        .filter((subject) => scene.mentions[subject]?.possessive === false),
    );
  SUBJECTS.set(scene, known);
  return known;
}

export function antecedentFeatures(
  scene: Scene,
  anaphor: Mention,
  entity: number,
  trace: Trace,
  lastSpeaker: number,
): Features {
  const features: Features = [];
  const known = scene.entities.list[entity];
  const last = scene.mentions[trace.mention];
  if (known === undefined || last === undefined) return features;
  const what = anaphor.kind === "pronoun" ? "pron" : "role";
  const paragraphs = Math.min(anaphor.paragraph - last.paragraph, 4);
  const sentences = Math.min(anaphor.sentence - last.sentence, 4);
  const subject = isSubject(scene, last);
  features.push(
    `${what} paragraphs=${paragraphs}`,
    `${what} sentences=${sentences} subject=${subject}`,
    `${what} rank=${Math.min(trace.rank, 4)}`,
    `${what} rank=${Math.min(trace.rank, 4)} subject=${subject}`,
  );
  if (paragraphs > 0) features.push(`${what} paragraphs=${paragraphs} subject=${subject}`);
  const reports = subjectsOfCues(scene).has(trace.mention);
  if (reports)
    features.push(
      `${what} reports sentences=${Math.min(sentences, 3)}`,
      `${what} reports paragraphs=${Math.min(paragraphs, 2)}`,
    );
  else if (subject && scene.mentions[trace.mention - 1]?.sentence !== last.sentence)
    features.push(`${what} first subject sentences=${Math.min(sentences, 3)}`);
  // “The hero was Freya Clarke.”
  if (/^(?:was|is|were|are)$/.test(scene.tokens[last.first - 1]?.lower ?? ""))
    features.push(`${what} predicate`);
  if (trace.lastReporter === entity)
    features.push(`${what} last reporter`, `${what} last reporter paragraphs=${paragraphs}`);
  if (isOblique(scene.tokens, last)) features.push(`${what} oblique sentences=${Math.min(sentences, 2)}`);
  if (last.possessive) features.push(`${what} possessive`);
  if (known.kind === "organization") features.push(`${what} organization`);
  if (anaphor.gender !== null)
    features.push(
      `${what} gender ${known.gender === null ? "unknown" : known.gender === anaphor.gender ? "agrees" : "clashes"}`,
    );
  if (lastSpeaker === entity)
    features.push(`${what} last speaker`, `${what} last speaker paragraphs=${paragraphs}`);
  else if (trace.spoke >= 0) features.push(`${what} spoke before`);
  if (trace.named > 2) features.push(`${what} often named`);
  if (trace.named === 1) features.push(`${what} named once`);
  if (known.words.length === 1) features.push(`${what} one word`);
  if (last.kind === "pronoun") features.push(`${what} through pronoun ${Math.min(sentences, 3)}`);
  // “the minister”: whom the story introduced with that word.
  if (what === "role")
    features.push(
      anaphor.words.some((word) => known.roleHeads.has(word)) ? "role introduced" : "role never introduced",
    );
  return features;
}
