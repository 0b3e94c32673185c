import type { DiffPart } from "#model/permalink.ts";
import { type CommonRun, commonRuns } from "./align.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Whole words (with their apostrophes and inner dots), spaces, and each other sign alone. */
const token = /[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*|\s+|[^\p{L}\p{N}\p{M}\s]/gu;
const letter = /[\p{L}\p{N}\p{M}]/u;

/**
 * The change from one wording to another, word by word, for `<ins>` and `<del>`.
 * Equal and deleted parts joined are the old text, equal and inserted ones the new.
 * Changes that only a space or a sign keeps apart are shown as one:
 * “nobody won’t go” to “somebody will go” replaces two words at once.
 */
export function diffWords(old: string, next: string): readonly DiffPart[] {
  const oldTokens = old.match(token) ?? [];
  const nextTokens = next.match(token) ?? [];
  const parts: DiffPart[] = [];
  const put = (op: DiffPart["op"], tokens: readonly string[]) => {
    if (tokens.length > 0) parts.push({ op, text: tokens.join("") });
  };
  let oldAt = 0;
  let nextAt = 0;
  const end = { old: oldTokens.length, next: nextTokens.length, length: 0 };
  for (const run of [...equalRuns(oldTokens, nextTokens), end]) {
    put("delete", oldTokens.slice(oldAt, run.old));
    put("insert", nextTokens.slice(nextAt, run.next));
    oldAt = run.old + run.length;
    nextAt = run.next + run.length;
    put("equal", oldTokens.slice(run.old, oldAt));
  }
  return parts;
}

/** The runs to show as equal: what both texts begin and end with, and all with a letter or digit. */
function equalRuns(old: readonly string[], next: readonly string[]): readonly CommonRun[] {
  const change = old.findIndex((word, at) => word !== next[at]);
  const begun = change === -1 ? old.length : change;
  const vocabulary = new Vocabulary();
  const oldRest = vocabulary.number(old.slice(begun));
  const nextRest = vocabulary.number(next.slice(begun));
  const runs = commonRuns(oldRest, nextRest, vocabulary.size)
    .map((run) => ({ old: run.old + begun, next: run.next + begun, length: run.length }))
    .filter((run) => {
      const end = run.old + run.length;
      const ends = end === old.length && run.next + run.length === next.length;
      return ends || old.slice(run.old, end).some((word) => letter.test(word));
    });
  return [{ old: 0, next: 0, length: begun }, ...runs];
}
