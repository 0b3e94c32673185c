import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { decide } from "#attribution";
import { LEARNED, type Rankers } from "#attribution/rankers.ts";
import type { Lesson } from "./examples.ts";

/** What the scorer says of one gold file; shares are percentages with one decimal. */
export interface Figures {
  readonly detection: number;
  readonly speaker: number;
  readonly named: number;
  readonly pronoun: number;
  readonly role: number;
  readonly endToEnd: number;
  readonly unattributedTaken: number;
}

export interface Row {
  readonly id: string;
  readonly quotes: readonly {
    readonly start: number;
    readonly end: number;
    readonly confidence: number;
    readonly speaker: { readonly name: string } | null;
  }[];
}

/** Attributes every article of a gold file, with other rankers than the engine's own where given. */
export function answer(lessons: readonly Lesson[], rankers: Rankers = LEARNED): readonly Row[] {
  return lessons.map(({ article: { id }, story }) => {
    const { quotes, speakers } = decide(story, rankers);
    return {
      id,
      quotes: quotes.map(({ start, end, confidence, speaker }) => ({
        start,
        end,
        confidence,
        speaker: speaker === null ? null : (speakers[speaker] ?? null),
      })),
    };
  });
}

interface Total {
  readonly det: { readonly overlap: { readonly f: number } };
  readonly acc: number;
  readonly end: { readonly f: number };
  readonly scare: number;
  readonly byKind: Readonly<Record<string, { readonly spk: number; readonly spkN: number }>>;
}

const percent = (share: number) => Math.round(1000 * share) / 10;

/** Runs the corpora's own scorer over the answers; `extra` are its further options. */
export function score(
  scorer: string,
  gold: string,
  rows: readonly Row[],
  kinds: string,
  unattributed: number,
): Figures {
  return withRows(rows, (file) => {
    const total = JSON.parse(
      execFileSync("node", [scorer, gold, file, "--kinds", kinds, "--json"], { encoding: "utf8" }),
    ) as Total;
    const of = (kind: string) =>
      percent((total.byKind[kind]?.spk ?? 0) / Math.max(1, total.byKind[kind]?.spkN ?? 0));
    return {
      detection: percent(total.det.overlap.f),
      speaker: percent(total.acc),
      named: of("name"),
      pronoun: of("pronoun"),
      role: of("nominal"),
      endToEnd: percent(total.end.f),
      unattributedTaken: percent(total.scare / Math.max(1, unattributed)),
    };
  });
}

/** The scorer's own list of errors, as text. */
export function errors(scorer: string, gold: string, rows: readonly Row[], count: number): string {
  return withRows(rows, (file) =>
    execFileSync("node", [scorer, gold, file, "--errors", String(count)], { encoding: "utf8" }),
  );
}

function withRows<T>(rows: readonly Row[], use: (file: string) => T): T {
  const folder = mkdtempSync(`${tmpdir()}/score-`);
  try {
    writeFileSync(`${folder}/rows.jsonl`, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    return use(`${folder}/rows.jsonl`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
