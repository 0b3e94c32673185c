/** A comment in the margin, as a word processor's plain text has it at the end: “[a]Is it Ady or Adey?” */
const note = /^\s*\[([a-z]{1,2})\]\S/u;

/** Leaves out comments in the margin, and the letters in brackets that refer to them. */
export function withoutMarginNotes(rows: readonly string[]): readonly string[] {
  const first = rows.findIndex((row) => note.test(row));
  if (first < 0 || rows.slice(first).some((row) => row.trim() !== "" && !note.test(row))) return rows;
  const letters = rows.slice(first).flatMap((row) => note.exec(row)?.[1] ?? []);
  const references = new RegExp(`\\[(?:${letters.join("|")})\\]`, "gu");
  return rows.slice(0, first).map((row) => row.replace(references, ""));
}
