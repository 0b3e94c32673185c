import { diffArrays } from "diff";
import type { DiffPart } from "#model/permalink.ts";

/** Whole words (with their apostrophes and inner dots), spaces, and each other sign alone. */
const token = /[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/**
 * The change from one wording to another, word by word, for `<ins>` and `<del>`.
 * Equal and deleted parts joined are the old text, equal and inserted ones the new.
 * Changes that only a space or a sign keeps apart are shown as one:
 * “nobody won’t go” to “somebody will go” replaces two words at once.
 */
export function diffWords(old: string, next: string): readonly DiffPart[] {
  const parts: { equal: boolean; old: string; next: string }[] = [];
  const add = (equal: boolean, from: string, to: string) => {
    const last = parts.at(-1);
    if (last !== undefined && last.equal === equal) {
      last.old += from;
      last.next += to;
    } else parts.push({ equal, old: from, next: to });
  };
  const changes = diffArrays(old.match(token) ?? [], next.match(token) ?? []);
  changes.forEach(({ added, removed, value }, at) => {
    const text = value.join("");
    const between = at > 0 && at < changes.length - 1;
    if (added) add(false, "", text);
    else if (removed) add(false, text, "");
    else add(!between || /[\p{L}\p{N}\p{M}]/u.test(text), text, text);
  });
  return parts.flatMap((part): readonly DiffPart[] =>
    part.equal
      ? [{ op: "equal", text: part.old }]
      : [
          ...(part.old === "" ? [] : [{ op: "delete" as const, text: part.old }]),
          ...(part.next === "" ? [] : [{ op: "insert" as const, text: part.next }]),
        ],
  );
}
