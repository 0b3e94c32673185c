import type { Block, Quotation, Segment, Speaker } from "#model/article.ts";
import type { Correction, Decision } from "#model/correction.ts";
import { type Reading, wordsOf } from "#newsroom/reading/attribute-blocks.ts";
import { sameName, speakerNamed } from "#newsroom/speakers/find-speaker.ts";
import { fold } from "#text/fold.ts";
import { ordinalOf, wordingId, wordingOf } from "#text/wording.ts";
import { findWords } from "./find-words.ts";

type Decided = Pick<Correction, "decision" | "wording">;

/**
 * Lays an editor's decisions over what the engine read, in the order they were
 * made: later ones win. A decision whose words or name the story no longer has
 * changes nothing, and holds again when they come back. Pure.
 */
export function applyCorrections(
  reading: Reading,
  blocks: readonly Block[],
  corrections: readonly Decided[],
): Reading {
  if (corrections.length === 0) return reading;
  const corrected = corrections.reduce(
    (current, { decision, wording }) => apply(current, blocks, decision, wording),
    reading,
  );
  return renumber(corrected, blocks);
}

/** Those of an editor's decisions that fit nothing in a story now: words or a name that it does not hold. */
export function unusedCorrections<Each extends Decided>(
  reading: Reading,
  blocks: readonly Block[],
  corrections: readonly Each[],
): readonly Each[] {
  let current = reading;
  return corrections.filter(({ decision, wording }) => {
    const before = current;
    current = apply(current, blocks, decision, wording);
    return current === before;
  });
}

/** The reading under one more decision; the very same where it fits nothing. */
function apply(
  reading: Reading,
  blocks: readonly Block[],
  decision: Decision,
  wording: string | null,
): Reading {
  switch (decision.kind) {
    case "speaker": {
      const at = indexOfQuotation(reading, decision.quotation, wording);
      if (at === null) return reading;
      const { speakers, speaker } = withSpeaker(reading.speakers, decision.name, decision.role);
      return {
        ...reading,
        speakers,
        quotations: reading.quotations.map((each, index) =>
          index === at ? attributed(each, speaker) : each,
        ),
      };
    }
    case "not-a-quotation": {
      const at = indexOfQuotation(reading, decision.quotation, wording);
      return at === null
        ? reading
        : { ...reading, quotations: reading.quotations.filter((_, index) => index !== at) };
    }
    case "quotation":
      return addQuotation(reading, blocks, decision);
    case "role":
      return withNamed(reading, decision.name, (speaker) => ({ ...speaker, role: decision.role }));
    case "spelling":
      return withNamed(reading, decision.name, (speaker) => ({ ...speaker, name: decision.as }));
    case "same-person":
      return mergeSpeakers(reading, decision.name, decision.as);
  }
}

function withNamed(reading: Reading, name: string, change: (speaker: Speaker) => Speaker): Reading {
  const named = speakerNamed(reading.speakers, name);
  if (named === undefined) return reading;
  const speakers = reading.speakers.map((speaker) => (speaker === named ? change(speaker) : speaker));
  return { ...reading, speakers };
}

/** The quotation that an id or its words name: of several with the same words, the one with the id's ordinal. */
function indexOfQuotation({ quotations }: Reading, name: string, wording: string | null): number | null {
  const words = fold(wording ?? name);
  const id = wordingOf(name);
  const matches = quotations.flatMap(({ text }, index) =>
    fold(text) === words || wordingId(text) === id ? [index] : [],
  );
  const ordinal = /^[0-9a-z]{12}-\d+$/u.test(name) ? ordinalOf(name) : 1;
  return (
    matches[ordinal - 1] ?? matches.at(-1) ?? (wording === null ? onlyBeginning(quotations, words) : null)
  );
}

/** The one quotation that begins with words, as a journalist names one in front matter; null when several do. */
function onlyBeginning(quotations: readonly Quotation[], words: string): number | null {
  const found = quotations.flatMap(({ text }, index) => (fold(text).startsWith(words) ? [index] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const attributed = (quotation: Quotation, speaker: string | null): Quotation => ({
  ...quotation,
  speaker,
  confidence: 1,
  attributedBy: "editor",
});

/** Finds a speaker by name, or makes them known; a role that the editor gives replaces the engine's. */
function withSpeaker(
  speakers: readonly Speaker[],
  name: string | null,
  role: string | null,
): { readonly speakers: readonly Speaker[]; readonly speaker: string | null } {
  if (name === null) return { speakers, speaker: null };
  const known = speakers.find((speaker) => sameName(speaker.name, name));
  if (known !== undefined) {
    return {
      speakers:
        role === null ? speakers : speakers.map((each) => (each === known ? { ...each, role } : each)),
      speaker: known.id,
    };
  }
  const id = `new${speakers.length + 1}`;
  return { speakers: [...speakers, { id, name, role, kind: "person", introduced: null }], speaker: id };
}

function addQuotation(
  reading: Reading,
  blocks: readonly Block[],
  decision: Extract<Decision, { kind: "quotation" }>,
): Reading {
  const isQuoted = (segment: Segment) =>
    reading.quotations.some(
      (quotation) =>
        fold(quotation.text) === fold(decision.text) &&
        quotation.segments.some((each) => overlap(each, segment)),
    );
  const segment = findWords(blocks, decision.text, isQuoted) ?? findWords(blocks, decision.text, () => false);
  if (segment === null) return reading;
  const text = wordsOf(blocks, [segment]);
  const { speakers, speaker } = withSpeaker(reading.speakers, decision.name, decision.role);
  const own: Quotation = {
    id: "",
    kind: /^\p{Lu}.*[.!?,…]$/su.test(text) ? "direct" : "mixed",
    statement: Math.max(0, ...reading.quotations.map(({ statement }) => statement)) + 1,
    speaker,
    text,
    segments: [segment],
    cue: null,
    confidence: 1,
    attributedBy: "editor",
  };
  // Quotations do not overlap: the editor's stands for those that it crosses.
  const others = reading.quotations.filter(
    ({ segments }) => !segments.some((each) => overlap(each, segment)),
  );
  return { ...reading, speakers, quotations: [...others, own] };
}

const overlap = (a: Segment, b: Segment): boolean =>
  a.block === b.block && a.start < b.end && b.start < a.end;

/** All that `name` said becomes what `as` said, who keeps the fuller role and the earlier introduction. */
function mergeSpeakers(reading: Reading, name: string, as: string): Reading {
  const from = speakerNamed(reading.speakers, name);
  const into = speakerNamed(reading.speakers, as);
  if (from === undefined || from === into) return reading;
  if (into === undefined) return withNamed(reading, name, (speaker) => ({ ...speaker, name: as }));
  const merged = {
    ...into,
    name: as,
    role: into.role ?? from.role,
    introduced: into.introduced ?? from.introduced,
  };
  return {
    ...reading,
    speakers: reading.speakers
      .filter((speaker) => speaker !== from)
      .map((speaker) => (speaker === into ? merged : speaker)),
    quotations: reading.quotations.map((quotation) =>
      quotation.speaker === from.id ? attributed(quotation, into.id) : quotation,
    ),
  };
}

/** Puts quotations in reading order and numbers statements and speakers anew; who is not quoted is no speaker. */
function renumber(reading: Reading, blocks: readonly Block[]): Reading {
  const order = new Map(blocks.map(({ id }, index) => [id, index]));
  const positionOf = ({ segments: [first] }: Quotation): readonly [number, number] =>
    first === undefined ? [0, 0] : [order.get(first.block) ?? 0, first.start];
  const sorted = reading.quotations.toSorted((a, b) => {
    const [[blockA, startA], [blockB, startB]] = [positionOf(a), positionOf(b)];
    return blockA - blockB || startA - startB;
  });
  const statements = numbersOf(sorted.map(({ statement }) => statement));
  const ids = numbersOf(sorted.flatMap(({ speaker }) => speaker ?? []));
  const newId = (id: string): string => `s${ids.get(id) ?? 0}`;
  return {
    inLanguage: reading.inLanguage,
    speakers: reading.speakers
      .filter(({ id }) => ids.has(id))
      .map((speaker) => ({ ...speaker, id: newId(speaker.id) }))
      .toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1))),
    quotations: sorted.map((quotation) => ({
      ...quotation,
      statement: statements.get(quotation.statement) ?? 0,
      speaker: quotation.speaker === null ? null : newId(quotation.speaker),
    })),
  };
}

/** Numbers distinct values from 1, in order of their first appearance. */
function numbersOf<T>(values: readonly T[]): ReadonlyMap<T, number> {
  return new Map([...new Set(values)].map((value, index) => [value, index + 1]));
}
