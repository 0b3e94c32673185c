import { readFileSync } from "node:fs";
import { attribute } from "#attribution";

/** A short text and what a careful reader says of it: a line of a file of cases. */
export interface Case {
  readonly id: string;
  readonly kind?: string;
  readonly lang?: string;
  readonly text: string;
  readonly expect: readonly {
    readonly text: string;
    readonly speaker: string | null;
    /** Other names that are as right. */
    readonly accept?: readonly string[];
    readonly kind?: string;
  }[];
}

export function readCases(path: string): readonly Case[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Case);
}

const folded = (name: string | null): string =>
  (name ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^(?:the|an?) /, "")
    .trim();

const MARKS = `[\\s“”"‘’«».,;:!?…]+`;
const bare = (words: string): string => words.replace(new RegExp(`^${MARKS}|${MARKS}$`, "gu"), "");

/** What the engine gets wrong of a case, in words; nothing where all is right and nothing is added. */
export function faultsOf({ text, lang, expect }: Case): readonly string[] {
  const { quotes, speakers } = attribute(text, lang === undefined ? {} : { lang });
  const given = quotes.map(({ start, end, kind, speaker }) => ({
    words: bare(text.slice(start, end)),
    paragraphs: text.slice(start, end).split("\n").map(bare),
    kind,
    speaker: speaker === null ? null : (speakers[speaker]?.name ?? null),
  }));
  const wanted = expect.map((one) => ({ ...one, words: bare(one.text) }));
  const faults = wanted.flatMap(({ words, speaker, accept = [], kind }) => {
    if (!text.includes(words)) return [`not in the text: ${words}`];
    const found = given.find((one) => one.words === words || one.paragraphs.includes(words));
    if (found === undefined) return [`missed: ${words.slice(0, 40)}`];
    const same = [speaker, ...accept].some((name) => folded(name) === folded(found.speaker));
    return [
      ...(same ? [] : [`${found.speaker ?? "nobody"}, not ${speaker ?? "nobody"}`]),
      ...(kind === undefined || kind === found.kind ? [] : [`${found.kind}, not ${kind}`]),
    ];
  });
  const extra = given.filter(
    ({ words, paragraphs }) =>
      !wanted.some((one) => one.words === words || (paragraphs.length > 1 && words.includes(one.words))),
  );
  return [
    ...faults,
    ...extra.map(({ words, speaker }) => `added: ${words.slice(0, 40)} (${speaker ?? "nobody"})`),
  ];
}

/** A line for each case that is wrong, then how many are right, in all and of each kind. */
export function caseLines(cases: readonly Case[]): readonly string[] {
  const judged = cases.map((one) => ({ ...one, faults: faultsOf(one) }));
  const rightOf = (list: typeof judged) =>
    `${list.filter(({ faults }) => faults.length === 0).length} of ${list.length}`;
  const kinds = Map.groupBy(judged, ({ id, kind = id }) => kind);
  return [
    ...judged
      .filter(({ faults }) => faults.length > 0)
      .map(({ id, faults }) => `wrong: ${id}: ${faults.join("; ")}`),
    ...[...kinds].map(([kind, list]) => `  ${kind.padEnd(28)} ${rightOf(list)}`),
    `right: ${rightOf(judged)}`,
  ];
}
