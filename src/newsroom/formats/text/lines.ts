/** A line of plain text that says something. */
export interface Line {
  /** Without white space at its ends, runs of it as one space. */
  readonly text: string;
  /** Columns before its first character; a tab is as wide as four. */
  readonly indent: number;
  /** Columns up to its last character. */
  readonly width: number;
  /** How many blank lines stand above it. */
  readonly blanksAbove: number;
}

/** The lines of a text; blank ones are counted and left out. */
export function linesOf(rows: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let blanksAbove = 0;
  for (const row of rows) {
    const text = row.replace(/[\p{Zs}\t]+/gu, " ").trim();
    if (text === "") {
      blanksAbove += 1;
      continue;
    }
    const [margin = ""] = /^[\p{Zs}\t]*/u.exec(row) ?? [];
    const indent = margin.replace(/\t/gu, "    ").length;
    lines.push({ text, indent, width: indent + text.length, blanksAbove });
    blanksAbove = 0;
  }
  return lines;
}

/** Where a text's lines part: CRLF, form feeds and Unicode's separators, too. */
export const rowsOf = (text: string): readonly string[] => text.split(/\r\n?|[\n\u2028\u2029\v\f]/u);
